using Site.Core.Diagnostics;
using Site.Exposures.Ledgers;

namespace Site.Tests;

/// <summary>What rests on a lead tells by nothing on which day it came in: not by numbers, not by ids, not by the day on which it appears, changes or leaves.</summary>
public class LeadEntryTests
{
    private const string Policy = "exposureDays: [1, 15]\nkeepRectifiedDays: 20\n";

    [Theory]
    [InlineData("责令改正（示消限字〔2026〕第23号）。", "责令改正（示消限字〔2026〕）。")]
    [InlineData("罚款3万元（示应急罚〔2026〕12号、示应急责改〔2026〕154号）。", "罚款3万元（示应急罚〔2026〕、示应急责改〔2026〕）。")]
    [InlineData("（示）应急罚〔2026〕0012号，罚款。", "（示）应急罚〔2026〕，罚款。")]
    [InlineData("示建罚决字（2026）第7-2号", "示建罚决字（2026）")]
    [InlineData("示交罚2026年第45号，停业。", "示交罚2026年，停业。")]
    [InlineData("示应急罚第45号，停业。", "示应急罚，停业。")]
    [InlineData("ZD-2026-012", "ZD-2026")]
    [InlineData("停用，示督2026-012。", "停用，示督2026。")]
    [InlineData("停用，文号：20260123，示督〔2026〕3号。", "停用，文号：，示督〔2026〕。")]
    [InlineData("停用3号锅炉和12号仓库，罚款50000元。", "停用3号锅炉和12号仓库，罚款50000元。")]
    [InlineData("示消限字〔2026〕第23、24号", "示消限字〔2026〕")]
    [InlineData("示消限字〔2026〕第23号至25号，罚款。", "示消限字〔2026〕，罚款。")]
    [InlineData("示消限字〔2026〕23号、25号和26号，罚款。", "示消限字〔2026〕，罚款。")]
    [InlineData("示消限字〔2026〕23号，12号仓库停用。", "示消限字〔2026〕，12号仓库停用。")]
    [InlineData("示消限字〔2026〕23号、12号仓库停用。", "示消限字〔2026〕、12号仓库停用。")]
    [InlineData("示消罚决〔2026〕二十三号", "示消罚决〔2026〕")]
    [InlineData("示消罚决〔2026〕一次性罚款2万元", "示消罚决〔2026〕一次性罚款2万元")]
    [InlineData("京（朝）应急罚〔2026〕执法-23号", "京（朝）应急罚〔2026〕")]
    [InlineData("示消限字【2026】第A023号", "示消限字【2026】")]
    [InlineData("示消限字２０２６第２３号", "示消限字2026")]
    [InlineData("停用，文号示消限2026023。", "停用，文号示消限。")]
    [InlineData("停用，示消限字2026023号。", "停用，示消限字2026。")]
    [InlineData("决定书要求3日内改正，停用2台设备。", "决定书要求3日内改正，停用2台设备。")]
    [InlineData("示应急罚〔2026〕12号，处罚200000元。", "示应急罚〔2026〕，处罚200000元。")]
    [InlineData("并处罚201500元，责令202000.5平方米停用，封2026012台。", "并处罚201500元，责令202000.5平方米停用，封2026012台。")]
    [InlineData("依据《示例法》（2021）第99条，下达指令书3份、决定书12张。", "依据《示例法》（2021）第99条，下达指令书3份、决定书12张。")]
    [InlineData("示应急罚〔2026〕3万元罚款", "示应急罚〔2026〕3万元罚款")]
    [InlineData("示应急罚﹝2026﹞12号", "示应急罚﹝2026﹞")]
    [InlineData("示应急罚〔二〇二六〕二十三号", "示应急罚〔二〇二六〕")]
    [InlineData("示应急罚〔2026〕贰拾叁号、甲12号", "示应急罚〔2026〕、甲12号")]
    [InlineData("示应急罚〔2026〕甲12号", "示应急罚〔2026〕")]
    [InlineData("停用101号宿舍、102号锅炉、103号冷库。", "停用101号宿舍、102号锅炉、103号冷库。")]
    [InlineData("示应急罚〔26〕12号，停业。", "示应急罚〔26〕，停业。")]
    [InlineData("示应急罚（26）第12号", "示应急罚（26）")]
    [InlineData("示应急罚[26]12号", "示应急罚[26]")]
    [InlineData("示应急罚26-12号", "示应急罚26")]
    [InlineData("示应急罚〔2026〕①②号", "示应急罚〔2026〕")]
    [InlineData("示应急罚〔２６〕１２号", "示应急罚〔26〕")]
    [InlineData("示应急罚〔2026年度〕12号", "示应急罚〔2026年度〕")]
    [InlineData("示应急罚〔2026〕No.12", "示应急罚〔2026〕")]
    [InlineData("示应急罚〔2026〕#12", "示应急罚〔2026〕")]
    [InlineData("示应急罚《2026》12号", "示应急罚《2026》")]
    [InlineData("示应急罚<2026>12号", "示应急罚<2026>")]
    [InlineData("示应急罚2026（12）号", "示应急罚2026")]
    [InlineData("示应急罚2026/12号", "示应急罚2026")]
    [InlineData("示应急罚2026/12，停业", "示应急罚2026，停业")]
    [InlineData("共处罚2026/5人次", "共处罚2026/5人次")]
    [InlineData("应罚2026/50 元", "应罚2026/50 元")]
    [InlineData("示应急罚2026_012", "示应急罚2026")]
    [InlineData("示应急罚2026.12号", "示应急罚2026")]
    [InlineData("示应急罚〔2026〕拾贰号", "示应急罚〔2026〕")]
    [InlineData("示应急罚〔2026〕12、13-15号", "示应急罚〔2026〕")]
    [InlineData("消防水池〔26〕立方米，第（26）项12号仓库。", "消防水池〔26〕立方米，第（26）项12号仓库。")]
    [InlineData("按规范第5.2.1条，储罐（26）12号罐停用。", "按规范第5.2.1条，储罐（26）12号罐停用。")]
    public void Decisions_are_shown_without_their_running_numbers(string decision, string shown) => Assert.Equal(shown, DecisionNumbers.WithoutRunning(decision));

    [Theory]
    [InlineData("6月3日上午9时检查，安全出口上了锁。", "6月检查，安全出口上了锁。")]
    [InlineData("6月3日至5日，安全出口上了锁。", "6月，安全出口上了锁。")]
    [InlineData("6月3、4日两次检查，安全出口都上了锁。", "6月两次检查，安全出口都上了锁。")]
    [InlineData("6月3—5日安全出口上了锁。", "6月安全出口上了锁。")]
    [InlineData("6月3日、5日和9日安全出口上了锁。", "6月安全出口上了锁。")]
    [InlineData("6月3日、5个安全出口上了锁。", "6月、5个安全出口上了锁。")]
    [InlineData("6月3日（星期三）9:30安全出口上了锁。", "6月安全出口上了锁。")]
    [InlineData("６月３日夜间安全出口上了锁。", "6月安全出口上了锁。")]
    [InlineData("２０２６－０６－０３检查，安全出口上了锁。", "2026年6月检查，安全出口上了锁。")]
    [InlineData("6月3日15时30分许发生火灾。", "6月发生火灾。")]
    [InlineData("6月3日15:30至16:30安全出口上了锁。", "6月安全出口上了锁。")]
    [InlineData("6月3日下午三点左右安全出口上了锁。", "6月安全出口上了锁。")]
    [InlineData("6月第一个周末安全出口上了锁。", "6月安全出口上了锁。")]
    [InlineData("6月初三家企业停产，6月底部署检查。", "6月三家企业停产，6月部署检查。")]
    [InlineData("6月初起火灾没有扑救，6月底盘、6月末端试水装置没有检查。", "6月初起火灾没有扑救，6月底盘、6月末端试水装置没有检查。")]
    [InlineData("6月3、4号锅炉停用，6月12号井没有盖。", "6月3、4号锅炉停用，6月12号井没有盖。")]
    [InlineData("压力1.5检查时不够，坡度1/12检查合格，第3.5对应条款。", "压力1.5检查时不够，坡度1/12检查合格，第3.5对应条款。")]
    [InlineData("二〇二六年六月三日安全出口上了锁。", "二〇二六年六月安全出口上了锁。")]
    [InlineData("6月上旬检查时安全出口上了锁。", "6月检查时安全出口上了锁。")]
    [InlineData("6月初安全出口上了锁。", "6月安全出口上了锁。")]
    [InlineData("六月初三安全出口上了锁。", "六月安全出口上了锁。")]
    [InlineData("6月廿三安全出口上了锁。", "6月安全出口上了锁。")]
    [InlineData("6月第一周安全出口上了锁。", "6月安全出口上了锁。")]
    [InlineData("6月份第2个星期三安全出口上了锁。", "6月份安全出口上了锁。")]
    [InlineData("本月3日检查时安全出口上了锁。", "本月检查时安全出口上了锁。")]
    [InlineData("当月3号检查时安全出口上了锁。", "当月检查时安全出口上了锁。")]
    [InlineData("3日检查时安全出口上了锁。", "检查时安全出口上了锁。")]
    [InlineData("周三检查时安全出口上了锁。", "检查时安全出口上了锁。")]
    [InlineData("端午节当天，安全出口上了锁。", "安全出口上了锁。")]
    [InlineData("2026.6.3检查，安全出口上了锁。", "2026年6月检查，安全出口上了锁。")]
    [InlineData("20260603检查，安全出口上了锁。", "2026年6月检查，安全出口上了锁。")]
    [InlineData("6.3检查时安全出口上了锁。", "6月检查时安全出口上了锁。")]
    [InlineData("06-03检查，安全出口上了锁。", "6月检查，安全出口上了锁。")]
    [InlineData("“6·3”火灾以后没有整改。", "“6月”火灾以后没有整改。")]
    [InlineData("通道堆着3日内没有清走的货物，连续5日没有检查。", "通道堆着3日内没有清走的货物，连续5日没有检查。")]
    [InlineData("6月3号楼的安全出口上了锁，通道只有6.3米宽。", "6月3号楼的安全出口上了锁，通道只有6.3米宽。")]
    [InlineData("储罐2-12检查口没有盖，泵3-5检查阀漏油，检修井1—2检查孔堵塞。", "储罐2-12检查口没有盖，泵3-5检查阀漏油，检修井1—2检查孔堵塞。")]
    [InlineData("锅炉5-12发现泄漏，电梯6-12检查发现超期，储罐6-3检查时发现没有盖。", "锅炉5月发现泄漏，电梯6月检查发现超期，储罐6月检查时发现没有盖。")]
    [InlineData("安全距离3-5检查时不足，载重2-3检查时超过，流量为1-2检查不够。", "安全距离3-5检查时不足，载重2-3检查时超过，流量为1-2检查不够。")]
    [InlineData("储罐6.3检查时没有盖，车间6-3检查时没有灭火器。", "储罐6月检查时没有盖，车间6月检查时没有灭火器。")]
    [InlineData("没有每周一检查，6月中毒事故以后没有培训。", "没有每周一检查，6月中毒事故以后没有培训。")]
    [InlineData("消火栓压力0.5兆帕，坡度1/12，3号检查井没有盖。", "消火栓压力0.5兆帕，坡度1/12，3号检查井没有盖。")]
    [InlineData("2026_06_03检查，门上了锁。", "2026年6月检查，门上了锁。")]
    [InlineData("26.6.3检查，门上了锁。", "6月检查，门上了锁。")]
    [InlineData("26-06-03检查，门上了锁。", "6月检查，门上了锁。")]
    [InlineData("26/6/3复查，门上了锁。", "6月复查，门上了锁。")]
    [InlineData("'26.6.3检查，门上了锁。", "6月检查，门上了锁。")]
    [InlineData("26年6月3日检查，门上了锁。", "26年6月检查，门上了锁。")]
    [InlineData("6月③日检查，门上了锁。", "6月检查，门上了锁。")]
    [InlineData("⑥月③日检查，门上了锁。", "⑥月检查，门上了锁。")]
    [InlineData("㋅㏢检查，门上了锁。", "㋅检查，门上了锁。")]
    [InlineData("㋅3日检查，门上了锁。", "㋅检查，门上了锁。")]
    [InlineData("6月㏢检查，门上了锁。", "6月检查，门上了锁。")]
    [InlineData("端午前检查，门上了锁。", "检查，门上了锁。")]
    [InlineData("端午节前两天检查，门上了锁。", "检查，门上了锁。")]
    [InlineData("端午后第一天检查，门上了锁。", "检查，门上了锁。")]
    [InlineData("五一前检查，门上了锁。", "检查，门上了锁。")]
    [InlineData("六月初三前后检查，门上了锁。", "六月检查，门上了锁。")]
    [InlineData("6月3日前后检查，门上了锁。", "6月检查，门上了锁。")]
    [InlineData("6/3晚检查，门上了锁。", "6月晚检查，门上了锁。")]
    [InlineData("6/3 晚检查，门上了锁。", "6月 晚检查，门上了锁。")]
    [InlineData("2026-W23-3检查，门上了锁。", "2026年检查，门上了锁。")]
    [InlineData("2026年第23周检查，门上了锁。", "2026年检查，门上了锁。")]
    [InlineData("第23周检查，门上了锁。", "检查，门上了锁。")]
    [InlineData("星期三（3日）检查，门上了锁。", "检查，门上了锁。")]
    [InlineData("周三(6月3日)检查，门上了锁。", "6月检查，门上了锁。")]
    [InlineData("6月陆日检查，门上了锁。", "6月检查，门上了锁。")]
    [InlineData("6月叁日检查，门上了锁。", "6月检查，门上了锁。")]
    [InlineData("6月3 日检查，门上了锁。", "6月检查，门上了锁。")]
    [InlineData("6 月 3 日检查，门上了锁。", "6 月检查，门上了锁。")]
    [InlineData("6月的3号检查，门上了锁。", "6月检查，门上了锁。")]
    [InlineData("2026年6.3检查，门上了锁。", "2026年6月检查，门上了锁。")]
    [InlineData("June 3检查，门上了锁。", "June检查，门上了锁。")]
    [InlineData("3 Jun 2026检查，门上了锁。", "Jun 2026检查，门上了锁。")]
    [InlineData("Jun. 3rd检查，门上了锁。", "Jun.检查，门上了锁。")]
    [InlineData("六·三检查，门上了锁。", "六月检查，门上了锁。")]
    [InlineData("农历五月初五检查，门上了锁。", "农历五月检查，门上了锁。")]
    [InlineData("芒种当天检查，门上了锁。", "检查，门上了锁。")]
    [InlineData("夏至前一天检查，门上了锁。", "检查，门上了锁。")]
    [InlineData("高考第一天检查，门上了锁。", "检查，门上了锁。")]
    [InlineData("上周三检查，门上了锁。", "检查，门上了锁。")]
    [InlineData("2026、6、3检查，门上了锁。", "2026年6月检查，门上了锁。")]
    [InlineData("2026 06 03检查，门上了锁。", "2026年6月检查，门上了锁。")]
    [InlineData("2026—06—03检查，门上了锁。", "2026年6月检查，门上了锁。")]
    [InlineData("2026年06-03检查，门上了锁。", "2026年6月检查，门上了锁。")]
    [InlineData("260603检查，门上了锁。", "6月检查，门上了锁。")]
    [InlineData("六月三号检查，门上了锁。", "六月检查，门上了锁。")]
    [InlineData("6月初三日检查，门上了锁。", "6月检查，门上了锁。")]
    [InlineData("6月第3天检查，门上了锁。", "6月检查，门上了锁。")]
    [InlineData("6月的第三个工作日检查，门上了锁。", "6月检查，门上了锁。")]
    [InlineData("6月3日凌晨2点多检查，门上了锁。", "6月检查，门上了锁。")]
    [InlineData("6月3日上午检查时，6月4日下午复查时，门上了锁。", "6月检查时，6月复查时，门上了锁。")]
    [InlineData("检查时间：6月3日。门上了锁。", "检查时间：6月。门上了锁。")]
    [InlineData("检查日期2026/6/3，门上了锁。", "检查日期2026年6月，门上了锁。")]
    [InlineData("检查日期：6/3，门上了锁。", "检查日期：6月，门上了锁。")]
    [InlineData("检查时间6.3，门上了锁。", "检查时间6月，门上了锁。")]
    [InlineData("儿童节前两天检查，门上了锁。", "检查，门上了锁。")]
    [InlineData("安全生产月第三天检查，门上了锁。", "检查，门上了锁。")]
    [InlineData("端午前后要加强检查，每周三检查。", "端午前后要加强检查，每周三检查。")]
    [InlineData("通道宽26.6.3节规定的宽度。", "通道宽26.6.3节规定的宽度。")]
    [InlineData("没有在端午前停产，五一路店铺检查不合格。", "没有在端午前停产，五一路店铺检查不合格。")]
    [InlineData("第23周岁以下人员检查，6/3比例，26.6.3版软件检查。", "第23周岁以下人员检查，6/3比例，26.6.3版软件检查。")]
    [InlineData("昨天送来的货物没有登记。", "昨天送来的货物没有登记。")]
    [InlineData("第3天检查仍未整改，3日内检查。", "第3天检查仍未整改，3日内检查。")]
    [InlineData("夏至后高温作业检查，芒种麦场检查。", "夏至后高温作业检查，芒种麦场检查。")]
    [InlineData("三层六·三区检查不到位，6.3米检查通道。", "三层六·三区检查不到位，6.3米检查通道。")]
    [InlineData("260603型阀门检查合格，编号260603。", "260603型阀门检查合格，编号260603。")]
    [InlineData("2026_06_035号样品检查。", "2026_06_035号样品检查。")]
    [InlineData("6月3检查发现", "6月检查发现")]
    [InlineData("农历四月十八，检查发现", "农历四月，检查发现")]
    [InlineData("6月中检查发现", "6月检查发现")]
    [InlineData("6月中下旬检查发现", "6月检查发现")]
    [InlineData("6月头一天检查发现", "6月检查发现")]
    [InlineData("6月首日检查发现", "6月检查发现")]
    [InlineData("月底检查发现", "检查发现")]
    [InlineData("0603检查发现", "6月检查发现")]
    [InlineData("3号检查发现", "检查发现")]
    [InlineData("3号检查井堵塞，3号对面的门锁着。", "3号检查井堵塞，3号对面的门锁着。")]
    [InlineData("3日、5日检查发现", "检查发现")]
    [InlineData("3至5日检查发现", "检查发现")]
    [InlineData("高考那天检查发现", "检查发现")]
    [InlineData("安全生产月启动当天检查发现", "检查发现")]
    [InlineData("2026-06-03T08:30检查发现", "2026年6月检查发现")]
    [InlineData("2026.06.03 08:30检查发现", "2026年6月检查发现")]
    [InlineData("3/6/2026检查发现", "2026年6月检查发现")]
    [InlineData("6/23/2026检查发现", "2026年6月检查发现")]
    [InlineData("2026年第154天检查发现", "2026年检查发现")]
    [InlineData("检查发现（6.3）", "检查发现（6月）")]
    [InlineData("6•16咨询日当天检查发现", "6月咨询日当天检查发现")]
    [InlineData("6月3具灭火器失效，6月施工，编号0603检查合格。", "6月3具灭火器失效，6月施工，编号0603检查合格。")]
    [InlineData("每月3日检查，3日内改正，15日内申请复查。", "每月3日检查，3日内改正，15日内申请复查。")]
    [InlineData("6月中班检查，月初始检查，1、2号检查口。", "6月中班检查，月初始检查，1、2号检查口。")]
    [InlineData("住户反映，1201夜间使用明火", "住户反映，1201夜间使用明火")]
    [InlineData("，1105对面的消防通道堵塞", "，1105对面的消防通道堵塞")]
    [InlineData("，1201检查井盖破损", "，1201检查井盖破损")]
    [InlineData("库房编号：0312检查不合格", "库房编号：0312检查不合格")]
    [InlineData("房号 0312检查不合格", "房号 0312检查不合格")]
    [InlineData("6月25对新人参加", "6月25对新人参加")]
    [InlineData("六月二十对新人参加", "六月二十对新人参加")]
    [InlineData("1号、3号检查合格，2号检查不合格", "1号、3号检查合格，2号检查不合格")]
    [InlineData("3号检查组到场，3号检查表齐全，3号检查员签字，3号检查通道畅通。", "3号检查组到场，3号检查表齐全，3号检查员签字，3号检查通道畅通。")]
    [InlineData("数量：12，3日检查发现", "数量：12，检查发现")]
    [InlineData("，0603上午检查发现", "，6月上午检查发现")]
    [InlineData("3号、5号检查发现", "检查发现")]
    [InlineData("6月25检查发现", "6月检查发现")]
    public void Texts_of_entries_that_are_coarse_tell_no_day(string written, string shown) => Assert.Equal(shown, DaysInText.ToMonths(written));

    [Theory]
    [InlineData("6月", "11:1-", "x")]
    [InlineData("6月", "1111:11至", "。")]
    [InlineData("6月", "3日9时至10:30、", "x")]
    public void Long_lists_of_hours_are_read_in_no_time_that_counts(string before, string again, string behind)
    {
        var text = before + string.Concat(Enumerable.Repeat(again, 400)) + behind;

        Assert.StartsWith("6月", DaysInText.ToMonths(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_entry_that_is_coarse_loses_them_whether_a_lead_is_behind_it_or_not_and_exact_ones_keep_theirs()
    {
        var read = Ledger.Read([
            .. Enumerable.Range(1, 5).Select(number => Ledger.Row($"id=A{number}x", number == 1 ? "reporter=甲乙丙" : "reporter=", $"decision=责令改正（示消限字〔2026〕第{number}0号）。")),
            Ledger.Row("id=B", "area=示例乙区", "published=2026-05-04", "status_on=", "sector=tourism")]);

        Assert.All(read.Value.Exposures.Where(entry => entry.Id != "B"), entry => Assert.Equal("责令改正（示消限字〔2026〕）。", entry.Decision));
        Assert.Equal("责令改正（示消限字〔2026〕第23号）。", read.Value.Exposures.Single(entry => entry.Id == "B").Decision);
    }

    [Theory]
    [InlineData("2026-06-01", 0)]
    [InlineData("2026-06-14", 0)]
    [InlineData("2026-06-15", 5)]
    [InlineData("2026-06-30", 5)]
    [InlineData("2026-07-01", 6)]
    public void Entries_appear_together_on_the_days_of_the_policy(string asOf, int shown)
    {
        var read = ReadOn(asOf, [.. Rows(), Ledger.Row("id=late", "published=2026-06-16", "status_on=")]);

        Assert.DoesNotContain(read.Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
        Assert.Equal(shown, read.Value.Exposures.Length);
    }

    [Fact]
    public void Between_two_such_days_nothing_that_is_coarse_changes()
    {
        string[] changed = [.. Rows().Skip(1), Ledger.Row("id=A-1", "reporter=甲乙丙", "published=2026-06-03", "status=rectified", "status_on=2026-06-18")];
        var days = Enumerable.Range(15, 14).Select(day => $"2026-06-{day}").ToList();

        var before = ReadOn("2026-06-15", Rows()).Value.Exposures;
        Assert.All(days, day => Assert.Equal(before.Select(entry => entry with { IsOverdue = false, LegalBases = [], Reasons = [] }),
            ReadOn(day, changed).Value.Exposures.Select(entry => entry with { IsOverdue = false, LegalBases = [], Reasons = [] })));
        Assert.Equal("rectified", ReadOn("2026-07-01", changed).Value.Exposures.Single(entry => entry.Id == "A-1").Status);
    }

    [Fact]
    public void A_status_in_a_later_ledger_waits_for_its_day_and_the_one_before_stays()
    {
        var read = Ledger.ReadFiles("2026-06-20", Ledger.File("input/policy.yaml", Policy), Ledger.File("input/exposures/a.csv", string.Join('\n', [Ledger.Columns, .. Rows()])),
            Ledger.File("input/exposures/b.csv", string.Join('\n', Ledger.Columns, Ledger.Row("id=A-1", "reporter=甲乙丙", "published=2026-06-03", "status=in-progress", "status_on=2026-06-10"))),
            Ledger.File("input/exposures/c.csv", string.Join('\n', Ledger.Columns, Ledger.Row("id=A-1", "reporter=甲乙丙", "published=2026-06-03", "status=rectified", "status_on=2026-06-18"))));

        Assert.Equal("in-progress", read.Value.Exposures.Single(entry => entry.Id == "A-1").Status);
    }

    [Fact]
    public void What_appeared_before_hides_nobody_who_comes_later()
    {
        var read = ReadOn("2026-07-01", [.. Rows(), Ledger.Row("id=late", "reporter=甲乙丙", "published=2026-06-16", "status_on=")]);

        Assert.Contains(read.Diagnostics, diagnostic => diagnostic.Code == "exposure/too-few-alike" && diagnostic.Message.Contains("late", StringComparison.Ordinal));
        Assert.Equal(5, read.Value.Exposures.Count(entry => entry.HazardType is not null));
    }

    [Fact]
    public void An_entry_leaves_the_lists_by_the_last_day_that_it_may_have_meant()
    {
        string[] rows = [.. Enumerable.Range(1, 5).Select(number => Ledger.Row($"id=A-{number}", "reporter=甲乙丙", "published=2026-06-03", "status=rectified", $"status_on=2026-06-0{number + 3}"))];

        Assert.Equal(5, ReadOn("2026-07-20", rows).Value.Exposures.Length);
        Assert.Equal(5, ReadOn("2026-07-21", rows).Value.PastExposures.Length);
    }

    [Fact]
    public void A_withdrawn_entry_goes_at_once() =>
        Assert.Equal(["A-1"], ReadOn("2026-06-17", [.. Rows().Skip(1), Ledger.Row("id=A-1", "published=2026-06-03", "status=withdrawn", "status_on=2026-06-17")]).Value.WithdrawnExposures);

    [Fact]
    public void Without_such_days_the_office_is_told_where_something_rests_on_a_lead()
    {
        Assert.Contains(Ledger.Read(Ledger.Row("reporter=甲乙丙")).Diagnostics, diagnostic => diagnostic.Code == "exposure/no-batches" && diagnostic.Help.Contains("exposureDays", StringComparison.Ordinal));
        Assert.DoesNotContain(Ledger.Read(Ledger.Row()).Diagnostics, diagnostic => diagnostic.Code == "exposure/no-batches");
        Assert.DoesNotContain(ReadOn("2026-06-15", Rows()).Diagnostics, diagnostic => diagnostic.Code == "exposure/no-batches");
    }

    [Theory]
    [InlineData("exposureDays: [0]", "1:16")]
    [InlineData("exposureDays: [1, 29]", "1:19")]
    [InlineData("exposureDays: 每周一", "1:15")]
    public void A_day_that_not_every_month_has_is_reported_at_its_place(string policy, string place)
    {
        var read = Ledger.ReadFiles("2026-06-20", Ledger.File("input/policy.yaml", policy + "\n"), Ledger.File("input/exposures/a.csv", $"{Ledger.Columns}\n{Ledger.Row()}\n"));

        Assert.Equal($"input/policy.yaml:{place}", Assert.Single(read.Diagnostics, diagnostic => diagnostic.Code == "policy/exposure-days").Location.ToString());
    }

    [Theory]
    [InlineData("2026-", true)]
    [InlineData("x", false)]
    public void Ids_in_the_order_of_the_days_are_reported_where_days_are_coarse(string series, bool isTold)
    {
        var read = ReadOn("2026-06-20", [
            .. Enumerable.Range(1, 5).Select(number => Ledger.Row($"id=2026-{number + 1}", number == 1 ? "reporter=甲乙丙" : "reporter=", "published=2026-06-03", "status_on=")),
            Ledger.Row($"id={series}1", "published=2026-05-02", "status_on="), Ledger.Row($"id={series}9", "published=2026-06-09", "status_on=", "area=示例乙区")]);

        Assert.Equal(isTold, read.Diagnostics.Any(diagnostic => diagnostic.Code == "exposure/telling-id"));
    }

    [Theory]
    [InlineData("2026-06-18", "2026-06-17", "A-1", true)]
    [InlineData("2026-06-18", "2026-06-15", "A-1", true)]
    [InlineData("2026-06-18", "2026-06-14", "A-1", false)]
    [InlineData("2026-07-01", "2026-06-30", "A-1", false)]
    [InlineData("2026-06-18", "2026-06-17", "A-5", false)]
    [InlineData("2026-06-18", "2026-06-17", "", false)]
    public void What_rests_on_a_lead_and_was_written_down_after_its_day_is_told(string asOf, string built, string missing, bool isTold)
    {
        var entries = Enumerable.Range(1, 5).Select(number => $"A-{number}").Where(id => id != missing).Select(id => $$"""{"id":"{{id}}","status":"open"}""");
        var published = Ledger.File("data/exposures.json", $$"""{"as_of":"{{built}}","entries":[{{string.Join(',', entries)}}]}""");

        var read = Site.Exposures.Released.PublicInputReader.Read(
            new([Ledger.File("input/units.csv", Ledger.Units), Ledger.File("input/policy.yaml", Policy), Ledger.File("input/exposures/a.csv", string.Join("\r\n", Rows().Prepend(Ledger.Columns)) + "\r\n")]),
            Site.Exposures.Ledgers.InputGround.Of(Ledger.Website(asOf)), published);

        var told = read.Diagnostics.SingleOrDefault(diagnostic => diagnostic.Code == "exposure/late-entry");
        Assert.Equal(isTold, told is not null);
        Assert.Equal(isTold, told?.Message.Contains("A-1", StringComparison.Ordinal) == true && told.Help.Contains("2026-07-01", StringComparison.Ordinal) && !told.Outside!.Contains("A-1", StringComparison.Ordinal));
    }

    [Fact]
    public void The_log_that_others_read_does_not_say_which_entries_rest_on_a_lead()
    {
        var told = Ledger.Read(Ledger.Row("id=A-7", "reporter=甲乙丙")).Diagnostics.Single(diagnostic => diagnostic.Code == "exposure/too-few-alike");

        Assert.Contains("A-7", told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("A-7", told.Outside, StringComparison.Ordinal);
    }

    [Fact]
    public void The_pages_of_entries_do_not_say_reporter()
    {
        var read = ReadOn("2026-06-15", [.. Rows()[..4], Ledger.Row("id=A-5", "reporter=甲乙丙", "published=2026-06-03", "status_on=", "hazard=举报人李四海称安全出口上了锁，举报人电话15400000001。")]);

        Assert.All(RenderedSite.Of(Ledger.Website("2026-06-15"), read.Value).Where(file => file.Key.StartsWith("exposures/", StringComparison.Ordinal) || file.Key.StartsWith("data/", StringComparison.Ordinal)),
            file => Assert.DoesNotContain("举报人", file.Value, StringComparison.Ordinal));
        Assert.Equal("安全出口上了锁。", read.Value.Exposures.Single(entry => entry.Id == "A-5").Hazard);
    }

    private static string[] Rows() => [.. Enumerable.Range(1, 5).Select(number => Ledger.Row($"id=A-{number}", number < 3 ? "reporter=甲乙丙" : "reporter=", $"published=2026-06-0{number + 1}", "status_on="))];

    private static Result<Site.Exposures.Released.PublicInput> ReadOn(string asOf, string[] rows) =>
        Ledger.ReadFiles(asOf, Ledger.File("input/policy.yaml", Policy), Ledger.File("input/exposures/a.csv", string.Join("\r\n", rows.Prepend(Ledger.Columns)) + "\r\n"));
}
