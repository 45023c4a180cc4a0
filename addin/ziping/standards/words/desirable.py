"""What is better the more there is of it, as its name alone tells: only names that are known; of any other nobody knows which way is better. What less may be better of, and the
words and signs of what nobody wants (each reader takes of them what it can be sure of)."""

from __future__ import annotations

import re

from ziping.standards.words.vocabulary import Pattern

__all__ = ["AMISS", "BREACHES", "COMPLAINTS", "DENYING", "FAULTS", "LACKING", "LAPSES", "LOSSES", "amiss_before", "better_when_higher", "brought_about", "costs_more", "earns_by_cost", "may_be_less", "reached_by_more", "worse_when_higher"]

DENYING = "未不没无非"  # signs of what is not there
AMISS = "超逾欠漏错"  # signs of what is too much, too late, owed, left out, wrong
LACKING = f"{DENYING}{AMISS}缺误差退"  # signs that the name of what was done does not bear
COMPLAINTS = "投诉|差错"
LAPSES = f"{COMPLAINTS}|错误|逾期|流失|闲置"  # of which there are rates, and rates of what was done about them
BREACHES = "违规|违纪|违法|事故"
FAULTS = f"{COMPLAINTS}|{BREACHES}|失误|挪用|截留|挤占|瞒报|漏报|错报|上访"  # each a word for nothing but a fault
LOSSES = "预警|报废|亏损|损失|损坏|浪费|死亡|退回|退出|失业|辍学|违约|拖欠|欠[费款薪]|超[期标支]"
_SUFFERED = "故障|缺勤|感染|患病|贫困发生|犯罪|成灾|受害|变更|退货|退件|败诉|不良率|坏账|近视|延误|撂荒|黑臭水体"  # of which there are rates and numbers

_PLAIN = Pattern(r"非税|非遗|无害化|无障碍|无纸化|不动产")  # in whose names nothing is denied
_GOOD = rf"[^\W\d{DENYING}超误错漏失违缺欠滞]"  # 逾 is none of them: 逾期贷款回收率 is better when higher
_OF = rf"{_GOOD}{{0,12}}?"
_WELL = (
    r"完成|办结|答复|结案|合格|优良|优秀|达标|满意|知晓|认可|支持|就业|创业|覆盖|普及|入户|参保|参训|参与|到位|及时|准时|准确|完好|执行|整改|化解|调解|处置|处理|治理|回收|签约|履约|公开|公示|报送|响应|回访|"
    r"验收|通过|成功|出勤|到岗|在岗|持证|开工|竣工|投产|达产|兑现|发放|拨付|支付|配套|成活|保存|绿化|入学|巩固|升学|毕业|治愈|好转|接种|供给|保障|自给|建档|归档|录入|入园|入托|入库|存活|回用|复用|转化|合规|规范|普惠|签收|签订|提升|增值"
)  # of what is done well there are rates
_RATES = Pattern(
    rf"{_OF}(?:{_WELL})率|"
    rf"{_OF}利用率|(?:{_OF}(?:资源|资产|设备|设施|资金|土地|场地|场馆|床位|平台|系统|车辆|机器|能源|秸秆|粪污|废弃物|垃圾|综合|有效|循环|回收|仪器|厂房|房屋|农机|校舍))?(?<![药物素])使用率|(?:[^\W\d{DENYING}超误错漏失违缺欠滞阳]{{0,12}}?)(?:检测|抽检|监测)率|"
    rf"{_OF}(?:满意|知晓|认可|美誉|普及)度"
)
_GAINED = r"(?:(?:地区)?生产总值|增加值|总?产值|营业?收入?|销售(?:收入|额)?|零售(?:总)?额|(?:地方|一般|公共)*(?:财政|预算)*收入|税收(?:收入)?|非税收入|可支配收入|(?:农民|居民|村民|旅游|村集体|经营|人均|集体经济)+收入|固定资产投资|投资(?:额|总额)?|到位资金|引资额?|进?出口(?:总)?额?|利润(?:总额)?|就业(?:人数)?|游客(?:人数)?|客流量)"
_MORE = Pattern(rf"{_GOOD}{{0,8}}?{_GAINED}(?:总?额|总量)?|(?:{_GOOD}{{0,8}}?{_GAINED})?(?:同比)?(?:增长(?:率|速度|幅度)?|增速|增幅)")
_DOINGS = Pattern(
    r"(?:全年|每年|年度|本年|累计|共|实地|现场|专项|集中|定期|组织|开展|举办|实施|完成)*(?:培训|参训|参会|检查|巡查|走访|宣传|宣讲|演练|演出|讲座|调研|指导|回访|发放|召开|服务|惠及|受益|新建|建成|改造|绿化|组织|开展|举办)"
    r"(?:培训|检查|巡查|走访|宣传|演练|演出|讲座|调研|活动|会议|人员|人数|人次|次数|场次|农户|村民|居民|群众|学员|资料|手册|补贴|补助|物资)?"
)


_AMISS_BEFORE = Pattern(r"(?:[不未没无非零](?:能|完?全部?|按[期时]|及时|如期|足额|全额|正常)?|违[规法纪约]|重复|逾期?|超[期时标额支]?|延[迟期误]|推迟|拖[欠延]?|欠|错误?|失误|虚[假报]?|漏|迟|滞后?|误|挪用|多头|不当)$")


def amiss_before(words: str, subject: str) -> bool:
    """Whether the subject is the contrary, or the fault, of what is said: 不合格率, where 合格率 is, 违规发放率, where 发放率 is; not 违规问题整改率, of what is mended."""
    return subject.endswith(words) and _AMISS_BEFORE.search(_PLAIN.sub("", subject.removesuffix(words))) is not None


def better_when_higher(name: str) -> bool:
    """就业率, 群众满意度, 税收收入增长率, 参训人数; not 失业率, 控制率, 案件, whatever is not known."""
    name = _PLAIN.sub("", name)
    return any(kind.fullmatch(name) for kind in (_RATES, _MORE, _DOINGS))


_ILL = r"(?:(?:(?<![零无未不非免防])(?:逾期|延期|拖延|拖欠|欠费|投诉|差错|错误|失误|超支|超标|超期|违约|违规|违法|死亡|伤亡|空置|闲置|流失|返贫|失业|辍学|事故|亏损|损失|损坏|浪费|发病|偏离|偏差|误差|结转结余|结余|漏报|错报|瞒报))|未(?:按[时期]|及时|如期)?(?:完成|办结|结案|整改|落实|达标|支付|拨付|到位|通过)|不(?:合格|达标|满意|符合|合规|规范|及时|准确|完整))"
_WORSE = Pattern(rf"[^\W\d]*?{_ILL}(?:的|项目|案件|事项|人员|问题|发生|[个户人家份])*(?:[率数件]|件数|项数|次数|比例|比重|占比|面积|金额|数量)")


def worse_when_higher(name: str) -> bool:
    """逾期率, 未完成数, 不合格数 of all that were looked at; not 投诉办结率, 未成年人数: the figure itself is one of faults, or of what was not done."""
    return _WORSE.fullmatch(_ITS_FIGURE.sub("", re.split("[/占]", name, maxsplit=1)[0])) is not None


_ITS_FIGURE = Pattern("(?<=[率数])(?:实际)?完成值$")  # 不合格率完成值


_DONE_WELL = Pattern(rf"(?:{_WELL}|支出|到岗|使用|周转|侦破|破案|控制|稳定)率$|进度$|满意度$|知晓度$")


def earns_by_cost(name: str) -> bool:
    """返修率, 负债率: a rate of what is worse the more there is of it, and of nothing that is done well."""
    return _DONE_WELL.search(name) is None and costs_more(name)


_TAKES_TIME = Pattern(
    r"(?<!培训)(?<!服务)(?<!开放)(?<!开馆)(?<!运行)(?<!供水)(?<!供电)(?<!供暖)(?<!值班)(?<!值守)(?<!出勤)(?<!驻村)(?<!优良)(?<!达标)(?<!授课)(?<!教学)(?<!学习)(?<!演出)(?<!活动)(?<!参训)(?<!工作)(?<!播出)(?<!锻炼)(?:时间|时限|天数|时长|工期|工时)|用时|耗时|住院日"
)
_COSTLY = Pattern(
    rf"成本|费用|(?:会议|培训|维修|维护|接待|差旅|运行|运维|管理|办公|招待|出国|公车|租赁|代理|设计|监理)费|三公|(?:公用|人员|运行|接待|公务)经费|(?<!(?<!不)达标)排放|排放(?=总?量)|[能煤物水电油损消]耗|耗[电水能油气材]|用[电水能油气]总?量|价格|[单总造]价|结余|结转|"
    rf"{COMPLAINTS}|{BREACHES}|{LOSSES}|{_SUFFERED}|信访|上访|案件|发案|火灾|灾害|起数|返修|返工|逾期|超期|负债|债务|欠|借款|贷款余额|赤字|浓度|漏损|库存|在编|编制人?数|编外|药占|贫困人口|次均|流失|空置|闲置|伤亡|受伤|受灾|发病|问题|隐患|违[章建]"
)
_DONE_ABOUT_IT = Pattern(r"办结|结案|审结|完成|落实|答复|回复|回访|化解|调解|整改|处[置理]|解决|清[理偿欠退收]|追[缴回欠]|回收|偿还|归还|退还|收回|减|节|降|治理|达标|优良|合格|[监检]测|演练|防|补[贴助]|救助|查[处办]|整治|排查|宣传|盘活|去库存|脱贫|培训人|征收|收缴|收入|稳岗|安置|再就业|拆除|消除|销号|重建|修复|帮扶|慰问|转移|搬迁|赔付|理赔|巡查|检查|评估|预防|排除|抢修|筛查|清收|侦破|复耕|复垦|打击")
_COMES_IN = Pattern("案件|信访|投诉|成本|费用|[单总造]价|价格|火灾|借款|失业|在编|编外|变更|故障")
_DONE_WITH_IT = Pattern(r"办理|审理|受理|评查|审核|咨询|监审|调查|采集|统计|登记|扑救|接待|发放(?!率)|就业|报销(?=[笔件人单份])|培训")  # what comes in is dealt with, so many times; 违规发放 is no such deed
_NOT_WANTED, _NOTED = Pattern("投诉|信访|失业"), Pattern("统计|登记")  # as many as are written down there were
_DEALT_WITH = Pattern(rf"(?:办结|结案|审结|化解|调[解处]|整改|处[置理]|解决|清[理偿欠退收]|追[缴回欠]|回收|偿还|归还|退还|收回|治理|查[处办]|整治|排查|盘活|去|拆除|消除|受理|办理|审理|评查|督查|销号)的?[^\W\d]{{0,4}}?(?:{COMPLAINTS}|{BREACHES}|信访|上访|案件|负债|债务|欠|借款|贷款余额|拖欠|库存|空置|闲置|问题|隐患|违[章建])")
_SAVED, _PUT_DOWN, _A_COST = Pattern(r"(?:节约|降低|减少|节省|压减|压降)的?(?:单位|污染物|二氧化碳|碳)?$"), Pattern(r"[减节降去清追还]碳?$"), Pattern(r"(?:成本|费用|单价|造价|价格|费|经费)$")


_OTHERWISE = Pattern("问题线索")  # what is looked for


def costs_more(name: str) -> bool:
    """办理时间, 单位成本, 投诉量, PM2.5浓度: what is known to be worse the more there is of it, wherever in the name it stands; not what was done about it (投诉办结数, 化解债务额, 减排量), nor 培训天数.

    What is done is told behind what costs, or straight before it where that is put down or dealt with: 处理成本 and 节水设备单价 are costs.
    """
    name = _TOLD_AS.sub("", name)
    if _TAKES_TIME.search(name) is not None:
        return True
    for costly in _COSTLY.finditer(name):
        before, behind = name[: costly.start()], name[costly.end() :]
        if _SAVED.search(before) or _OTHERWISE.match(name, costly.start()):
            continue
        done = _DONE_ABOUT_IT.search(behind) or _PUT_DOWN.search(before) or _DEALT_WITH.search(name) or _COMES_IN.fullmatch(costly[0]) and _DONE_WITH_IT.search(_NOTED.sub("", behind) if _NOT_WANTED.fullmatch(costly[0]) else behind)
        if _A_COST.search(name) or not done:
            return True
    return False


_TOLD_AS = Pattern(r"^(?:全年|年度|本年度?)*实际(?:完成)?的?|(?<!案件)(?<!信访件)(?<!事项)(?<!实际)(?:(?:实际)?完成|实际)(?:值|数量?|量|金?额|情况)$")
_REACHED = Pattern(r"^(?P<name>[^,;。:\d]*?)(?:能够?|均|已)?(?:完成|达到|实现|达)(?P<task>[^,;。:\d]*?)(?=任务|目标|计划|指标|预期|[得计]|$)")
_WHEN = Pattern(r"^(?:(?:年度|年初|全年|当年|本年|预期|设定|绩效|下达|既定|规定|[省市县区][^\W\d]?下达)+的?)+$")


def reached_by_more(clause: str) -> bool | None:
    """Whether more is better of what 增长率达到目标值 or 完成投资任务 names; None where it names nothing: 达到目标值."""
    said = _REACHED.match(clause)
    if said is None:
        return False
    name = said["name"] or _WHEN.sub("", said["task"])
    return better_when_higher(name) if name else None


_LESS = Pattern(
    r"成本|费用|经费(?!保障)|支出|[能消损物水电]耗|用[水电能地车]|耗[水电能]|排放|控制(?:任务|目标|在|指标)|[管严]控|控[制编]|压[减降缩]|[削缩裁精]减|精简|裁员|清退|减[少排贫员量负]|降[低耗本]|限额|节[能水电约]|"
    r"失(?!智|能|独|地农)|死亡|伤亡|伤残|事故|火灾|受灾|受害|灾害|发病|返贫|贫困|辍学|退学|空置|欠|流失|缺|违|投诉|信访|上访|接访|举报|舆情|纠纷|案件|负债|债务|举债|赤字|不良|逾期|超[期时标编支]|差错|[错漏误]|编制|在编|三公|公务(?!员)|公车|接待|出国|出境|办公用房|占用|核减|(?<!召开)会议(?!室|召开|培训)"
)
_BRINGS = (
    r"(?:造林|植树|绿化|营林|补植|播种|种植|栽[植种]|春耕|秋播|还田|轮作|养殖|收储|收购|储备|铺设|架设|安装|新建|改建|扩建|建设|修建|创建|建成|改造|整治|加固|修复|拆除|疏浚|养护|补充耕地|垦造|复垦|开垦|"
    r"培训|宣传|宣讲|讲座|演出|演练|放映|展览|普及|巡查|走访|调研|抽检|筛查|体检|接种|招商|引资|招生|参保|投保|承保|就业|创业|发放|发表|服务|收集|征集|采集|收运|课题|脱贫|转移就业|劳动力转移|申报|检测|监测|搬迁|引进|引才|颁证|确权|采样|排查|供水|供热|粮食生产|专利申请)"
)
_BROUGHT = Pattern(rf"[^\W\d未不没无非和与及或、并且]{{0,10}}?{_BRINGS}[^\W\d未不没无非和与及或、并且]{{0,8}}")


def may_be_less(text: str) -> bool:
    """Whether less may be better of something that is named: 信访量, 公务接待, 用水."""
    return _LESS.search(text) is not None


def brought_about(name: str) -> bool:
    """新造林, 铺设管道: what is done so many times, or so much of, and reached by more alone; not 清退, 公务接待, whatever is not known."""
    return _BROUGHT.fullmatch(name) is not None and not may_be_less(name) and not _LIMITED.search(name)


_LIMITED = Pattern(r"[概预]算|造价|[单总差]价|限")
