"""The same work on many items: here, in processes of this machine, or on a Dask cluster. Results are the same, only their order differs.

A process that dies takes nothing with it: what was under way is done again, item by item, and only an item that kills its process
alone as well comes back as `Died`. No process outlives the one that started it, however that one ends.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import re
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from ziping.refusal import Refusal

Item = TypeVar("Item")
Result = TypeVar("Result")
BATCH = 8  # items that travel together
PATIENCE = 120  # seconds that a cluster may be without any worker
_PROCESSES = re.compile(r"processes(?::([1-9]\d{0,2}))?")
_CLUSTER = re.compile(r"(tcp|tls|ws|wss)://[^/\s]+")


class Died:
    """The process ended while it worked on this item alone."""


def known(scheduler: str) -> str:
    """The scheduler as given; refused when it is none."""
    if scheduler == "local" or _PROCESSES.fullmatch(scheduler) or _CLUSTER.fullmatch(scheduler):
        return scheduler
    raise Refusal(f"--scheduler 的值“{scheduler}”不能用，应为 local、processes、processes:进程数 或 tcp://主机:端口，请改正后重试。")


def spread(work: Callable[[Item], Result], items: Sequence[Item], scheduler: str = "local") -> Iterator[tuple[int, Result | Died]]:
    """(position, result) of every item, in any order. `work` must be a function of a module, items and results must be picklable."""
    if scheduler == "local" or not items:
        yield from ((at, work(item)) for at, item in enumerate(items))
        return
    batches = [list(enumerate(items))[start : start + BATCH] for start in range(0, len(items), BATCH)]
    match = _PROCESSES.fullmatch(scheduler)
    if match:
        yield from _processes(work, batches, int(match[1]) if match[1] else os.cpu_count() or 1)
    else:
        yield from _cluster(work, batches, scheduler)


def _batch(work: Callable[[Item], Result], batch: list[tuple[int, Item]]) -> list[tuple[int, Result]]:
    return [(at, work(item)) for at, item in batch]


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"), initializer=_bound)


def _bound() -> None:
    """A worker waits for work on a pipe that it holds open itself, and so would wait for ever for a parent that was killed. Ctrl-C is the parent's to hear."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


@contextlib.contextmanager
def _unheard() -> Iterator[None]:
    """Ctrl-C passed over for as long as processes start, which then never hear it: one that does while it loads ends with a traceback."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _processes(work: Callable[[Item], Result], batches: list[list[tuple[int, Item]]], workers: int) -> Iterator[tuple[int, Result | Died]]:
    """Few batches are out at a time, so that few are under suspicion when a process dies."""
    waiting = batches[::-1]
    pool = _pool(workers)
    out: dict[Future, list[tuple[int, Item]]] = {}
    try:
        while waiting or out:
            suspects: list[list[tuple[int, Item]]] = []
            while waiting and len(out) < 2 * workers:
                batch = waiting.pop()
                try:
                    with _unheard():
                        out[pool.submit(_batch, work, batch)] = batch
                except BrokenProcessPool:
                    suspects.append(batch)
                    break
            for future in wait(out, return_when=FIRST_COMPLETED).done if out else ():
                batch = out.pop(future)
                try:
                    yield from future.result()
                except BrokenProcessPool:
                    suspects.append(batch)
            if suspects:
                suspects += out.values()
                out.clear()
                pool.shutdown(cancel_futures=True)
                pool = _pool(workers)
                for item in (item for batch in suspects for item in batch):
                    yield from _alone(work, item)
    finally:
        pool.shutdown(cancel_futures=True)


def _alone(work: Callable[[Item], Result], item: tuple[int, Item]) -> Iterator[tuple[int, Result | Died]]:
    with _pool(1) as pool:
        try:
            with _unheard():
                future = pool.submit(_batch, work, [item])
            yield from future.result()
        except BrokenProcessPool:
            yield item[0], Died()


# ---------------------------------------------------------------------------------------------------------------
# Dask


def _cluster(work: Callable[[Item], Result], batches: list[list[tuple[int, Item]]], address: str) -> Iterator[tuple[int, Result | Died]]:
    try:
        from distributed import Client
    except ImportError:
        raise Refusal("没有安装 Dask，不能使用 --scheduler tcp://…，请先安装 ziping[cluster]，或改用 --scheduler processes。") from None
    try:
        client = Client(address, timeout=10, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise Refusal(f"连接不上 Dask 调度器“{address}”，请核对地址并确认调度器已启动，或改用 --scheduler processes。") from error
    with client, client.as_current():
        out = {client.submit(_batch, work, batch, pure=False, retries=2): batch for batch in batches}
        for future, failed in _completed(client, out, address):
            batch = out[future]
            if not failed:
                yield from future.result()
                continue
            for item in batch:  # a batch that killed its workers: one by one, to find the one that does
                single = client.submit(_batch, work, [item], pure=False, retries=0)
                for _, again in _completed(client, [single], address):
                    if again:
                        yield item[0], Died()
                    else:
                        yield from single.result()


def _completed(client, futures, address: str) -> Iterator[tuple[object, bool]]:  # noqa: ANN001 - distributed's Client and Futures
    """(future, whether its workers died); refused when the cluster has had no worker for `PATIENCE` seconds."""
    from distributed import KilledWorker
    from distributed import wait as settled

    pending, alive = set(futures), time.monotonic()
    while pending:
        try:
            done = settled(pending, timeout=5, return_when="FIRST_COMPLETED").done
        except TimeoutError:
            done = set()
        workers = 0
        if not done:
            with contextlib.suppress(OSError, TimeoutError):
                workers = len(client.scheduler_info(n_workers=-1)["workers"])
            if workers:
                alive = time.monotonic()
            elif time.monotonic() - alive > PATIENCE or client.status == "closed":
                raise Refusal(f"Dask 调度器“{address}”已没有可用的工作进程，已完成的部分已记下，请恢复后用 --resume 继续。")
        else:
            alive = time.monotonic()
        for future in done:
            pending.discard(future)
            if future.status == "cancelled":
                raise Refusal(f"与 Dask 调度器“{address}”的连接中断，已完成的部分已记下，请恢复后用 --resume 继续。")
            error = future.exception() if future.status == "error" else None
            if error is not None and not isinstance(error, KilledWorker):
                raise Refusal(
                    f"Dask 的工作进程不能执行本程序（{type(error).__name__}），请在各台机器上安装同一版本的 ziping 并确认能读到同样的路径。") from error
            yield future, error is not None
