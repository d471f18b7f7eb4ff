namespace Site.Tests;

/// <summary>The short form, for the tests of browsers too.</summary>
internal static partial class SampleForms
{
    /// <summary>Two rows: sessions and people in one sentence, a tick, words, and a person to call.</summary>
    public const string Short =
        """
        id: sample
        version: "1"
        title: 示例活动情况统计表
        year: 2026
        due: ["06-25"]
        sections:
          - id: header
            title: 表头
            indicators:
              - {id: sample.header.unit, label: 填报单位（盖章）, unit: 文本, kind: header, publication: public, finest: unit, context: 填报单位（盖章）：}
              - {id: sample.header.phone, label: 电话, unit: 文本, kind: header, publication: never, finest: none, context: 电话：}
              - {id: sample.header.date, label: 填报日期, unit: 日期, kind: header, publication: public, finest: unit, context: 填报日期：}
          - id: study
            title: 开展专题学习
            indicators:
              - id: sample.study.sessions
                label: 开展集中学习
                unit: 场
                kind: count
                publication: public
                concept: study.sessions
                finest: unit
                threshold: 0
                blank: "（  ）"
                context: 开展集中学习（  ）场
              - id: sample.study.people
                label: 集中学习参与
                unit: 人次
                kind: count
                publication: public
                finest: unit
                threshold: 5
                blank: "（  ）"
                context: 开展集中学习（  ）场，参与（  ）人次
          - id: plan
            title: 制定活动方案
            indicators:
              - {id: sample.plan.made, label: 是否已制定方案, unit: 是否, kind: boolean, publication: internal, finest: none, context: 是否已制定方案：}
              - {id: sample.plan.form, label: 启动形式, unit: 文本, kind: text, publication: public, finest: unit, blank: "（    ）", context: 以（    ）等形式启动活动}
        checks:
          - {id: participants-need-sessions, kind: needs, pairs: [[sample.study.people, sample.study.sessions]]}

        """;
}
