using Site.Exposures.Released;
using Site.Privacy.Leaks;

namespace Site.Tests;

/// <summary>What a ledger keeps to itself is what the leak gate looks for.</summary>
public class LedgerSecretsTests
{
    [Fact]
    public void Every_column_of_a_ledger_that_is_private_is_private_to_the_gate_too()
    {
        string[] cells = ["source=内部线索甲七号", "reporter=欧阳示例", "contact=15400000001", "note=其前员工称三号车间夜间无人值守"];
        var files = SampleSite.Files($"-- input/exposures/a.csv --\n{Ledger.Columns}\n{Ledger.Row(cells)}");
        var gate = LeakScanner.Create(PrivateInput.Read(files).Value, []);

        Assert.All(cells, cell => Assert.NotEmpty(gate.Find("data/exposures.json", Encodings.Text($"{{\"hazard\":\"{cell[(cell.IndexOf('=') + 1)..]}\"}}"))));
    }
}
