"""The words of honours: that one is had, who gives it, and what it is called (获省级政府部门表彰)."""

from __future__ import annotations

__all__ = ["GOT", "HONOURS", "MEDIA", "OFFICES"]

GOT = r"(?:荣获|获得?|受到?|得到|取得|被)"
OFFICES = "政府|部门|单位|主管部门"  # who honours what was done
MEDIA = "媒体"  # who tells of it, which is no honour but earns points as one
HONOURS = "通报表扬|通报表彰|表彰奖励|表彰|表扬|荣誉称号|荣誉|奖项"
