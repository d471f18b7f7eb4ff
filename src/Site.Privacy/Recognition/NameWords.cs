using System.Buffers;
using System.Collections.Frozen;
using Site.Core.Text;

namespace Site.Privacy.Recognition;

/// <summary>Family names: common ones, compound ones, and those with which everyday words begin, too.</summary>
public static class Surnames
{
    private const string Ordinary =
        "王李张刘陈杨赵吴徐孙胡朱林郭罗梁宋郑谢韩唐冯董萧肖曹袁邓傅沈彭吕苏卢蒋蔡贾丁魏薛叶阎闫潘杜戴夏钟汪任姜范姚谭廖邹熊陆郝孔崔邱秦顾侯邵孟尹黎乔贺赖龚庞樊兰殷陶翟颜倪芦季俞章鲁葛伍韦申尤毕聂焦"
        + "岳齐梅庄辛祝左涂谷祁耿牟卜詹覃凌霍宁柯阮桂欧阚缪符裴翁甄褚霍甘詹柴瞿蒙鲍华喻游卓池简屈骆娄晏臧艾冉靳隋仇车麻尚古项迟郁卞岑郎冀丛苗祖巩宗晋褚桑艳佟栾蔺佘舒姬付邢蓝官揭敖苟党农禹司匡仝楚晁勾";

    private const string Wordy = "黄周何许余曾田金石江史龙万段雷钱汤易常武安严牛温文施洪高马方白毛关包单程柳路时成全连水山向丘冷管房商滕楼应于米明解戚边戈花强宫储娜盛华仲阴原年计查鞠景郜奚束由巴来平干从麦容满鹿";

    private static readonly SearchValues<char> Everyday = SearchValues.Create(Wordy);
    private static readonly SearchValues<char> All = SearchValues.Create(Ordinary + Wordy);

    private static readonly string[] Compound =
    [
        "欧阳", "司马", "上官", "诸葛", "皇甫", "尉迟", "公孙", "慕容", "令狐", "夏侯", "司徒", "宇文", "长孙", "端木", "百里", "呼延", "南宫", "轩辕", "独孤",
        "申屠", "澹台", "赫连", "淳于", "单于", "太史", "仲孙", "钟离", "鲜于", "闾丘", "司空", "东郭", "西门", "东方", "拓跋", "完颜", "闻人", "爱新觉罗",
    ];

    /// <returns>The length of the family name at the index: 2 to 4 for a compound one, 1, or 0.</returns>
    public static int LengthAt(string text, int at) =>
        at < 0 || at >= text.Length ? 0
        : Han.LongestAt(text, at, Compound) is var compound and > 0 ? compound
        : All.Contains(text[at]) ? 1 : 0;

    /// <returns>Whether everyday words also begin with this family name, so that it is weak evidence: 高, 安, 方.</returns>
    public static bool IsEveryday(char surname) => Everyday.Contains(surname);
}

/// <summary>Everyday words of two characters that look like a family name and a given name.</summary>
internal static class CommonWords
{
    private const string Beginning =
        "高空 高处 高管 高温 高压 高危 高层 高度 高级 高速 高校 高中 高新 高风 高效 高质 高标 高峰 高龄 高支 高杆 高炉 高低 高达 马上 马路 马虎 马达 马力 方向 方便 方法 方案 方式 方面 方可 方能 方才 万一 万元 万人 万吨 "
        + "安全 安装 安排 安监 安环 安置 安静 安检 安委 安办 安防 安抚 严格 严重 严禁 严肃 严厉 严防 严密 严查 常见 常年 常常 常规 常态 常住 常务 常用 施工 施救 施行 施放 温度 温馨 文明 文化 文件 文书 文字 文物 文本 文号 "
        + "金属 金额 金融 金色 石材 石油 石化 石灰 石块 石料 江边 江面 江苏 江西 江北 江南 江河 江湖 江水 田间 田地 田里 白天 白班 白色 白酒 白条 毛竹 毛坯 毛重 关闭 关于 关键 关停 关心 关注 关系 关门 关掉 关好 关阀 "
        + "包括 包装 包扎 包含 包工 包保 包干 包车 包厢 包间 单位 单独 单人 单元 单手 单一 单体 单班 单项 单据 单方 单次 单日 程序 程度 钱款 钱物 钱财 洪水 洪涝 洪灾 任务 任意 任何 任职 任命 任一 武装 武器 武汉 易燃 易爆 易制 "
        + "易发 易于 易疲 易感 龙头 龙门 龙骨 雷雨 雷电 雷击 段落 黄色 黄金 黄昏 黄线 黄牌 黄沙 周边 周围 周末 周一 周二 周三 周四 周五 周六 周日 周期 周密 周转 周知 何时 何地 何种 何处 何人 何况 许可 许多 许久 余下 余款 余名 "
        + "余人 余热 史料 向上 向下 向前 向后 向本 向社 向有 向企 向所 向其 向主 向应 向市 向我 向他 向该 向当 向记 向执 时间 时任 时候 时常 时有 时刻 时未 时段 时限 时期 时代 成功 成立 成员 成为 成果 成本 成品 成绩 全部 全体 全员 "
        + "全面 全程 全市 全县 全区 全国 全省 全家 全天 全身 全力 全年 连续 连接 连夜 连同 连日 水泥 水电 水源 水位 水域 水面 水中 水平 水泵 水管 水表 水枪 水带 水箱 水利 水务 水产 水上 水下 水果 山区 山上 山体 山林 山火 山东 山西 "
        + "冷却 冷库 冷藏 冷链 冷风 冷作 管理 管道 管控 管网 管线 管件 管路 管委 管辖 管制 管好 房屋 房间 房东 房产 房主 房顶 房门 房内 商业 商场 商户 商店 商品 商铺 商会 商务 楼上 楼下 楼道 楼梯 楼层 楼顶 楼栋 楼长 楼宇 楼房 应当 应该 应急 应于 "
        + "应在 应对 应按 应立 应及 应经 应持 应使 应有 应向 应为 应先 应由 应依 应接 应加 应将 应穿 应戴 应系 应做 应严 应设 应定 应如 应负 应与 应组 应保 应提 应配 应掌 应熟 应遵 应具 应每 应进 应参 应用 应邀 应付 于是 于本 于上 于下 于次 于今 于昨 于当 于前 于后 于同 于某 于该 于此 于年 于月 "
        + "于日 于凌 于早 于晚 于中 于现 于一 于二 于三 于四 于五 于六 于七 于八 于九 于十 明确 明知 明显 明火 明令 明天 明年 明日 明白 明细 明示 解决 解除 解释 解开 解救 解散 边缘 边上 边坡 边界 边干 花费 花草 花园 花费 强制 强行 强令 强化 强烈 强调 强度 强风 强光 储存 储罐 储备 "
        + "储藏 储油 储运 盛装 盛夏 原因 原有 原告 原则 原料 原定 原地 原始 年度 年龄 年检 年审 年纪 年初 年底 年满 年均 计划 计算 计时 计量 计件 查看 查处 查出 查封 查找 查明 查验 查阅 查询 查实 查获 来到 来电 来访 来信 来回 来自 来源 平时 平均 平台 平安 平房 平常 平面 平方 平稳 平日 干活 干部 干燥 "
        + "干粉 干扰 干完 干净 干道 从事 从业 从而 从未 从严 从重 从轻 容易 容器 容量 容许 满足 满意 满载 满员 满怀 巴士 由于 由此 由其 由该 由企 由单 景区 景点 景观 束手 束缚 鹿城 麦田 路面 路段 路过 路口 路边 路人 路上 路由 路线 路灯 强迫 程控 华东 华北 华南 华人 华侨 "
        + "戴安 戴好 戴口 戴手 戴上 戴头 戴着 戴防 戴帽 戴绝 戴护 张贴 张挂 张开 张家 任期 任由 任凭 章程 章节 季度 季节 季风 申请 申报 申诉 申辩 申领 申明 车间 车辆 车主 车上 车内 车队 车厢 车身 车祸 车道 车库 车牌 车站 车床 车工 车位 尚未 尚有 尚无 尚在 尚存 项目 "
        + "党员 党委 党组 党政 党支 党群 司机 司法 司炉 司乘 古建 古镇 农村 农民 农户 农业 农药 农机 农历 农用 农忙 农贸 官方 官员 官网 简单 简易 简称 简介 简化 简要 梅雨 左右 左侧 左手 左边 游客 游泳 游览 游玩 游艇 宁波 宁夏 宁可 池塘 池内 池中 池边 付款 付费 付出 卓越 艾灸 蓝色 蓝天 符合 符号 兰州 "
        + "顾客 顾虑 顾问 叶片 叶轮 陆续 陆上 陆路 陆地 夏季 夏天 夏日 夏令 熊猫 秦岭 贾汪 唐山 郑州 郑重 韩国 宋体 汪洋 钟表 钟点 林业 林区 林场 林地 林木 林草 梁柱 梁底 梁板 罗列 罗湖 杨树 杨梅 柴油 柴火 柴草 麻醉 麻烦 麻绳 麻痹 谷物 谷底 鲁莽 鲁班 祝福 祝贺 祖国 "
        + "齐全 齐心 齐备 齐抓 庄稼 庄园 焦化 焦炭 焦点 焦急 毕业 毕竟 伍仟 伍万 伍佰 陆仟 陆万 陆佰 丁烷 丁香 姜片 苏州 苏打 沈阳 杜绝 孔洞 孔口 孔径 孔内 彭水 董事 蒙古 蒙混 蒙面 冯家 曹妃 陈旧 陈述 陈列 陈设 刘海 李家 王府 王牌 吴江 徐州 徐汇 孙子 孙女 朱红 胡同 胡乱 温州 温岭 温泉 "
        + "武警 金华 金山 金东 马鞍 马桶 马甲 方形 周岁 常州 常熟 石家 江阴 江都 安徽 安庆 安吉 万州 史上 龙岩 龙湾 龙泉 汤锅 汤池 牛奶 牛羊 雷达 雷管 明亮 全勤 曾多 曾因 曾受 曾被 曾于 曾在 曾有 曾经 曾向 曾参 连云 连带 连锁 连坐 平阳 平湖 容积 查无 计入 计提 余额 余杭 余姚 余量 钱塘 "
        + "郁闷 乔木 乔装 华丽 仲裁 官兵 宗教 宗旨 宗族 匡算 敖包 游戏 桑拿 桑塔 舒适 舒缓 苗木 苗圃 冀中 迟到 迟报 迟缓 项下 晋升 晋级 欧洲 欧盟 欧元 霍乱 凌晨 凌乱 凌驾 章丘 樊笼 乔迁 葛洲 俞姓 聂姓 桂林 桂圆 柯桥 臧否 辛苦 辛勤 岳父 岳母 岳阳 岳麓 贺卡 贺信 孟加 尹姓 谢绝 谢谢 韦氏 尤其 屈服 屈指 阮姓 符箓 耿直 楚雄 蔺姓 党校 党建 党工 党纪 楼姓 宫颈 "
        + "商家 商贩 商厦 商超 商圈 商城 商贸 商住 商用 楼盘 楼房 楼体 楼面 房客 房管 房源 车友 车棚 车门 车窗 车灯 车轮 车速 车流 车型 路障 路基 路况 路政 路牌 路肩 水质 水压 水费 水塔 水井 水渠 水库 水厂 水沟 水坑 水池 毛病 毛巾 安心 "
        + "古树 古城 古迹 古村 古街 古宅 古墓 石板 石墙 石膏 石棉 金店 花坛 花盆 花店 农场 农田 农房 农资 农膜 柳树 柳絮 杨絮 阴沟 单车 管井 管材 管沟 牛棚 麻将 麻袋 焦味 焦糊 白烟 白蚁";

    private const string Ending =
        "历史 提高 最高 新高 浙江 江苏 长江 珠江 湘江 内江 黑江 公安 平安 保安 治安 西安 延安 国安 工程 课程 流程 全程 过程 规程 章程 专车 汽车 叉车 货车 客车 会计 设计 统计 资金 基金 现金 冶金 合金 罚金 五金 奖金 北方 南方 东方 西方 官方 警方 校方 "
        + "对方 双方 甲方 乙方 各方 一万 中文 语文 英文 公文 论文 作文 明白 木马 人马 骑马 水田 宝石 钻石 矿石 化石 岩石 海关 机关 有关 相关 把关 面包 承包 分包 发包 打包 清单 订单 保单 名单 菜单 社区 主任 责任 担任 历任 现任 前任 信任 委任 离任 "
        + "时任 到任 其余 业余 富余 剩余 农田 油田 气田 武汉 非常 正常 日常 经常 异常 通常 严重 尊严 庄严 体温 高温 低温 防洪 抗洪 泄洪 容易 贸易 交易 防雷 避雷 扫雷 地雷 时段 路段 阶段 手段 分段 泵房 厨房 库房 楼房 平房 客房 住房 机房 交管 城管 主管 监管 保管 托管 库管 "
        + "仓管 总管 河南 云南 济南 海南 湖南 车间 陆续 大陆 登陆 着陆 树林 森林 园林 山林 桥梁 房梁 大厦 华夏 宁夏 安宁 辽宁 南宁 西宁 济宁 电池 水池 硬齐 福建 官员 法官 警官 教官 尉官 长官 军官 器官 五官 考古 内蒙 上司 公司 官司 打官 选项 事项 款项 单项 逐项 各项 社党 政党 "
        + "入党 一年 二年 今年 去年 学年 青年 少年 老年 中年 成年 全年 常年 往年 每年 未来 近来 原来 从来 历来 往来 看来 带来 回来 上来 下来 出来 前来 水平 公平 和平 太平 关于 由于 位于 对于 属于 鉴于 基于 处于 在于 至于 大于 小于 等于 低于 高于 供应 反应 响应 对应 适应 相应 说明 证明 表明 查明 照明 "
        + "文明 声明 透明 不明 注明 标明 了解 理解 误解 调解 讲解 见解 周边 旁边 身边 路边 海边 手边 河边 江边 加强 增强 坚强 顽强 水管 电管 主管 自由 理由 事由 案由 缘由 不容 内容 形容 面容 包容 宽容 检查 调查 排查 巡查 核查 抽查 督查 审查 复查 清查 严查 侦查 普查 自查 普高 若干 骨干 树干 主干 晾干 烘干";

    private static readonly FrozenSet<string> Beginnings = Beginning.Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Endings = Ending.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <returns>Whether the two characters at the index begin an everyday word.</returns>
    public static bool BeginAt(string text, int at) =>
        at >= 0 && at + 2 <= text.Length && Beginnings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.AsSpan(at, 2));

    /// <returns>Whether the two characters before the index end an everyday word.</returns>
    public static bool EndAt(string text, int end) =>
        end >= 2 && Endings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.AsSpan(end - 2, 2));

    /// <returns>Whether the word of two characters is an everyday one, so that finding it says nothing about a person.</returns>
    public static bool Has(string word) => Beginnings.Contains(word) || Endings.Contains(word);
}

/// <summary>Words for roles of persons, after which a name may follow.</summary>
internal static class Roles
{
    private static readonly string[] Words =
    (
        "举报人 举报者 线人 投诉者 反映者 来信人 来信者 署名 联络人 提供人 线索提供人 投诉人 反映人 报告人 爆料人 爆料者 检举人 检举者 控告人 告发人 吹哨人 信访人 信访者 上访人 来访人 来访者 来电人 来电者 报料人 报料者 报警人 报警者 求助人 联系人 经办人 记录人 填表人 填报人 审核人 审批人 签发人 复核人 制表人 责任人 负责人 当事人 行为人 违法人 被处罚人 受处罚人 申请人 "
        + "被申请人 被举报人 被投诉人 法定代表人 法人代表 法人 代表人 委托人 受托人 代理人 经营者 经营人 投资人 实际控制人 控制人 股东 业主 店主 老板 老板娘 车主 船主 货主 房东 户主 租户 租客 承租人 出租人 住户 驾驶员 驾驶人 司机 押运员 "
        + "装卸工 搬运工 施工员 安全员 质检员 质量员 材料员 资料员 技术员 监理员 监理 总监 工程师 检查员 巡查员 网格员 协管员 联络员 信息员 管理员 仓管员 保管员 库管员 化验员 操作员 操作工 作业人员 从业人员 电工 焊工 电焊工 架子工 钢筋工 木工 瓦工 泥工 油漆工 叉车工 "
        + "起重工 信号工 司索工 塔吊司机 维修工 检修工 普工 杂工 清洁工 保洁员 工人 员工 职工 职员 民工 农民工 务工人员 学徒 实习生 厨师 服务员 保安 门卫 值班员 值班人员 值班人 班长 组长 班组长 工班长 队长 厂长 场长 店长 站长 库长 车间主任 经理 项目经理 总经理 副总经理 董事长 "
        + "主任 主管 会计 出纳 船长 船员 船东 轮机长 大副 二副 水手 渔民 村民 居民 市民 群众 业户 顾客 游客 乘客 学生 家长 教师 老师 老师傅 校长 园长 医生 护士 患者 伤者 伤员 死者 受害者 遇难者 遇难人员 受伤人员 失踪人员 被困人员 被困者 幸存者 罹难者 家属 亲属 妻子 丈夫 儿子 女儿 父亲 母亲 哥哥 弟弟 姐姐 妹妹 "
        + "配偶 目击者 目击人 证人 见证人 知情人 知情者 受益人 收款人 领奖人 受奖人 获奖人 奖励对象 发给 颁给 奖给 奖励给 汇给 转给 打给 寄给 违法者 肇事者 肇事司机 嫌疑人 犯罪嫌疑人 被告人 被告 原告 受害人 被害人 死亡人员 持证人 持有人 检查人 检查人员 执法人员 执法人 办案人员 承办人 调查人员 询问人 被询问人 讲师 主讲人 专家 志愿者 组织者 "
        + "姓名 名叫 名字叫 化名 自称 本人 签名 签字 收件人 寄件人 户名 开户人 男子 女子 男孩 女孩 老人 男童 女童 青年 妇女 同事 工友 邻居 朋友 徒弟 师傅"
    ).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A role whose characters meet in other words, too: 公路沿线人车混行, 通信管线人孔.</summary>
    private const string Informer = "线人";

    private static readonly ILookup<char, string> ByFirst = Words.Distinct().ToLookup(word => word[0]);

    /// <returns>The length of the longest role at the index, or 0.</returns>
    public static int LengthAt(string text, int at)
    {
        var longest = 0;
        foreach (var word in ByFirst[text[at]])
        {
            longest = word.Length > longest && Han.HasAt(text, at, word) && !(word == Informer && IsWithinWord(text, at)) ? word.Length : longest;
        }

        return longest;
    }

    private static bool IsWithinWord(string text, int at) => Han.IsAt(text, at - 1) && text[at - 1] is not ('据' or '由' or '经');

    /// <returns>Whether a role ends at the index.</returns>
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

/// <summary>Words with which names of firms, offices and places end.</summary>
public static class Organizations
{
    private const int Farthest = 16;

    private static readonly string[] Endings =
    [
        "公司", "厂", "店", "馆", "局", "部", "中心", "合作社", "集团", "街道", "委员会", "委", "处", "科", "所", "站", "队", "院", "办", "组", "会", "村", "镇", "县", "市", "区",
        "车间", "工地", "项目", "码头", "商行", "商场", "超市", "市场", "企业", "单位", "政府", "银行", "学校", "大厦", "工厂", "作坊", "加工点", "门市", "经营部", "铺", "庄", "社", "厅", "园", "线",
    ];

    /// <returns>Whether the next 16 Chinese characters contain a word with which names of firms and offices end.</returns>
    public static bool EndNear(string text, int start)
    {
        var end = Han.EndOfRun(text, start, Farthest);
        for (var at = start + 2; at < end; at++)
        {
            if (Han.LongestAt(text, at, Endings) > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>Whether the text ends like the name of a firm, an office or a place.</returns>
    public static bool IsOne(string text, int start, int end)
    {
        var row = text.AsSpan(start, end - start);
        foreach (var ending in Endings)
        {
            if (row.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
