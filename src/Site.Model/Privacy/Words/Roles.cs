namespace Site.Model.Privacy;

/// <summary>Words for what somebody is, behind which a name may stand.</summary>
internal static class Roles
{
    private static readonly string[] Words =
    (
        "举报人 投诉人 反映人 报告人 爆料人 检举人 信访人 来访人 来电人 报料人 报警人 联系人 经办人 记录人 填表人 填报人 审核人 审批人 签发人 复核人 制表人 责任人 负责人 当事人 行为人 违法人 被处罚人 受处罚人 申请人 "
        + "被申请人 被举报人 被投诉人 法定代表人 法人代表 法人 代表人 委托人 受托人 代理人 经营者 经营人 投资人 实际控制人 控制人 股东 业主 店主 老板 老板娘 车主 船主 货主 房东 户主 租户 租客 承租人 出租人 住户 驾驶员 驾驶人 司机 押运员 "
        + "装卸工 搬运工 施工员 安全员 质检员 质量员 材料员 资料员 技术员 监理员 监理 总监 工程师 检查员 巡查员 网格员 协管员 联络员 信息员 管理员 仓管员 保管员 库管员 化验员 操作员 操作工 作业人员 从业人员 电工 焊工 电焊工 架子工 钢筋工 木工 瓦工 泥工 油漆工 叉车工 "
        + "起重工 信号工 司索工 塔吊司机 维修工 检修工 普工 杂工 清洁工 保洁员 工人 员工 职工 职员 民工 农民工 务工人员 学徒 实习生 厨师 服务员 保安 门卫 值班员 值班人员 值班人 班长 组长 班组长 工班长 队长 厂长 场长 店长 站长 库长 车间主任 经理 项目经理 总经理 副总经理 董事长 "
        + "主任 主管 会计 出纳 船长 船员 船东 轮机长 大副 二副 水手 渔民 村民 居民 市民 群众 业户 顾客 游客 乘客 学生 家长 教师 老师 老师傅 校长 园长 医生 护士 患者 伤者 伤员 死者 遇难者 遇难人员 受伤人员 失踪人员 被困人员 被困者 幸存者 罹难者 家属 亲属 妻子 丈夫 儿子 女儿 父亲 母亲 哥哥 弟弟 姐姐 妹妹 "
        + "配偶 目击者 目击人 证人 见证人 知情人 知情者 受益人 收款人 领奖人 获奖人 奖励对象 违法者 肇事者 肇事司机 嫌疑人 犯罪嫌疑人 被告人 被告 原告 受害人 被害人 死亡人员 持证人 持有人 检查人 检查人员 执法人员 执法人 办案人员 承办人 调查人员 询问人 被询问人 讲师 主讲人 专家 志愿者 组织者 "
        + "姓名 名叫 名字叫 化名 自称 本人 签名 签字 收件人 寄件人 户名 开户人 男子 女子 男孩 女孩 老人 男童 女童 青年 妇女 同事 工友 邻居 朋友 徒弟 师傅"
    ).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static readonly ILookup<char, string> ByFirst = Words.Distinct().ToLookup(word => word[0]);

    /// <returns>The length of the longest role at the place, or 0.</returns>
    public static int LengthAt(string text, int at)
    {
        var longest = 0;
        foreach (var word in ByFirst[text[at]])
        {
            longest = word.Length > longest && Han.HasAt(text, at, word) ? word.Length : longest;
        }

        return longest;
    }

    /// <returns>Whether a role ends at the place.</returns>
    public static bool EndAt(string text, int end)
    {
        for (var start = end - 2; start >= 0 && start >= end - 6; start--)
        {
            if (LengthAt(text, start) == end - start)
            {
                return true;
            }
        }

        return false;
    }
}
