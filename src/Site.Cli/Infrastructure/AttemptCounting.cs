using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DuckDB.NET.Data;
using Site.Statistics.Attempts;

namespace Site.Cli.Infrastructure;

/// <summary>Has DuckDB count quiz attempts: ten million rows in one pass, in bounded memory, with a bar in the terminal.</summary>
/// <remarks>Five columns of each row are read. Only numbers leave a row, and age bands that are written like one.</remarks>
internal static class AttemptCounting
{
    /// <summary>As DuckDB writes it; what does not fit goes to a private folder.</summary>
    private const string Memory = "1GB";

    /// <summary>Each thread needs memory of its own.</summary>
    private const int MostThreads = 8;

    private const int LongestHead = 65_536;

    /// <summary>In bytes: how much of a file is looked at at a time for lines that are too long. DuckDB says nothing of a line of 32 megabytes, and passes it over.</summary>
    private const int Window = 1_000_000;

    /// <summary>How files begin that are gzip, zip or Parquet whatever their names say.</summary>
    private static readonly byte[][] OtherFormats = [[0x1F, 0x8B], [(byte)'P', (byte)'K', 3, 4], [(byte)'P', (byte)'A', (byte)'R', (byte)'1']];

    /// <summary>How messages begin that tell of the SQL itself.</summary>
    private static readonly string[] OurErrors = ["Binder Error", "Catalog Error", "Parser Error", "Syntax Error"];

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <returns>What was counted.</returns>
    /// <param name="site">The site folder, absolute.</param>
    /// <param name="files">Paths of .csv and .parquet files, relative to it.</param>
    /// <param name="question">What to count.</param>
    /// <param name="terminal">Shows how much is done.</param>
    /// <param name="memory">How much memory DuckDB may take, as it writes it.</param>
    /// <exception cref="EnvironmentException">DuckDB cannot do it, or the disk failed.</exception>
    public static async Task<AttemptTally> CountAsync(string site, ImmutableArray<string> files, AttemptQuestion question, Terminal terminal, string memory = Memory)
    {
        DirectoryInfo? scratch = null;
        try
        {
            // For its owner alone; DuckDB puts there what does not fit into memory.
            scratch = Directory.CreateTempSubdirectory("site-attempts-");
            return await terminal.ShowProgressAsync("统计答题记录", tell => CountAsync(scratch.FullName, [.. files.Select(file => Path.Combine(site, file))], question, memory, tell));
        }
        catch (DuckDBException failure) when (IsOutOfMemory(failure))
        {
            throw new EnvironmentException($"统计答题记录需要的内存超过 {Memory}：请检查 quiz、area、age_band 三列的内容是不是放错了列。");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new EnvironmentException("统计答题记录时读写文件失败：请检查 input/attempts/ 的权限和临时文件夹的剩余空间。");
        }
        catch (TypeInitializationException failure) when (failure.GetBaseException() is EnvironmentException reason)
        {
            throw new EnvironmentException(reason.Message);
        }
        catch (Exception failure) when (failure is DuckDBException or DllNotFoundException or TypeInitializationException)
        {
            throw new EnvironmentException("统计答题记录的程序（DuckDB）没有运行成功：请重新安装本程序后再试。");
        }
        finally
        {
            scratch?.Delete(recursive: true);
        }
    }

    private static async Task<AttemptTally> CountAsync(
        string scratch, ImmutableArray<string> files, AttemptQuestion question, string memory, Action<double> tell)
    {
        ImmutableArray<string> names = [.. files.Select((file, at) => Path.Combine(scratch, $"{at}{Path.GetExtension(file)}"))];
        foreach (var (file, name) in files.Zip(names))
        {
            LinkTo(file, name);
        }

        using var connection = Open(scratch, names, question, memory);
        var sizes = files.Select(file => new FileInfo(file) is { Exists: true } info ? info.Length : 0).ToArray();
        var all = (double)Math.Max(1, sizes.Sum());
        var tally = new AttemptTally();
        var before = 0L;
        for (var at = 0; at < files.Length; at++)
        {
            var file = at;
            var counting = Task.Run(() => CountFile(connection, question, files[file], names[file], file, tally));
            while (await Task.WhenAny(counting, Task.Delay(Interval)) != counting)
            {
                tell((before + (sizes[at] * Math.Max(0, connection.GetQueryProgress().Percentage) / 100)) / all);
            }

            await counting;
            before += sizes[at];
        }

        return tally;
    }

    /// <summary>Gives the file a name of ours in the private folder, the only one that DuckDB may open: a path is no pattern and no SQL then.</summary>
    private static void LinkTo(string file, string name)
    {
        try
        {
            File.CreateSymbolicLink(name, file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException && File.Exists(file))
        {
            File.Copy(file, name);
        }
    }

    private static DuckDBConnection Open(string scratch, ImmutableArray<string> names, AttemptQuestion question, string memory)
    {
        var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        Run(connection, $"SET memory_limit = {AttemptSql.Quote(memory)}; SET threads = {Math.Min(MostThreads, Environment.ProcessorCount)}");
        Run(connection, $"SET temp_directory = {AttemptSql.Quote(Path.Combine(scratch, "spill"))}; SET TimeZone = 'Asia/Shanghai'");
        Run(connection, "SET autoinstall_known_extensions = false; SET autoload_known_extensions = false");
        Run(connection, $"SET allowed_directories = [{AttemptSql.Quote(scratch)}]; SET allowed_paths = [{string.Join(',', names.Select(AttemptSql.Quote))}]");
        Run(connection, "SET enable_progress_bar = true; SET enable_progress_bar_print = false; SET progress_bar_time = 0");
        Run(connection, "SET enable_external_access = false; SET lock_configuration = true");
        AddSpellings(connection, "quizzes", AttemptSql.Quiz, question.QuizSpellings);
        AddSpellings(connection, "areas", AttemptSql.Area, question.AreaSpellings);
        return connection;
    }

    /// <param name="type">A type of the words alone: what is none of them becomes null as a row is read, and no row waits for others.</param>
    private static void AddSpellings(DuckDBConnection connection, string table, string type, IReadOnlyDictionary<string, int> words)
    {
        Run(connection, $"CREATE TABLE {table} (word VARCHAR PRIMARY KEY, id INTEGER)");
        using (var appender = connection.CreateAppender(table))
        {
            foreach (var (word, id) in words)
            {
                appender.CreateRow().AppendValue(word).AppendValue(id).EndRow();
            }
        }

        Run(connection, $"CREATE TYPE {type} AS ENUM (SELECT word FROM {table})");
    }

    private static void CountFile(DuckDBConnection connection, AttemptQuestion question, string path, string name, int file, AttemptTally tally)
    {
        try
        {
            // A pipe and a device have no length: they are not opened, for that may wait for ever.
            var source = File.Exists(path) && LengthOf(path) == 0 ? new(new(file, AttemptFaultKind.Empty), "")
                : name.EndsWith(".parquet", StringComparison.Ordinal) ? OpenParquet(connection, name, file) : OpenCsv(path, name, file);
            if (source.Fault is { } fault)
            {
                tally.Report(fault);
            }
            else
            {
                CountRows(connection, question, source.Rows, file, tally);
            }
        }
        catch (DuckDBException failure) when (!IsOutOfMemory(failure) && !IsOurs(failure))
        {
            tally.Report(Fault(failure, file));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            tally.Report(new(file, AttemptFaultKind.Unreadable));
        }
    }

    private static void CountRows(DuckDBConnection connection, AttemptQuestion question, string rows, int file, AttemptTally tally)
    {
        var found = new List<CountedSort>();
        using (var command = connection.CreateCommand())
        {
            command.CommandText = AttemptSql.Counts(rows, question);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                found.Add(new(reader.IsDBNull(0) ? null : reader.GetInt32(0), reader.IsDBNull(1) ? null : reader.GetInt32(1), reader.IsDBNull(2) ? null : reader.GetString(2),
                    reader.GetInt32(3), reader.GetInt32(4), reader.GetInt64(5)));
            }
        }

        found.RemoveAll(row => row.Week == AttemptSql.Unfinished);
        var wrong = AttemptQuestion.Columns.Select(column => (Column: column, Rows: found.Where(row => AttemptSql.IsBad(row, column)).Sum(row => row.Attempts))).Where(column => column.Rows > 0).ToArray();
        var first = wrong.Length > 0 ? FirstBad(connection, AttemptSql.FirstBad(rows, question, wrong.Select(column => column.Column)), wrong.Length) : [];
        for (var at = 0; at < wrong.Length; at++)
        {
            tally.Report(new(file, AttemptFaultKind.BadRows) { Columns = [wrong[at].Column], Rows = wrong[at].Rows, First = first[at] });
        }

        foreach (var row in wrong.Length > 0 ? [] : found)
        {
            tally.Add(row.Quiz!.Value, row.Area!.Value, row.AgeBand!, row.ScoreBand, row.Week, row.Attempts);
        }
    }

    private static Source OpenCsv(string path, string name, int file)
    {
        var head = ReadStart(path);
        var end = head.IndexOf((byte)'\n');
        var line = end < 0 ? head : head[..end];
        if (IsOther(head))
        {
            return new(new(file, AttemptFaultKind.Unreadable), "");
        }

        if (head.Contains((byte)0) || !System.Text.Unicode.Utf8.IsValid(line))
        {
            return new(new(file, AttemptFaultKind.NotUtf8), "");
        }

        if (end < 0 && head.Length == LongestHead)
        {
            return new(new(file, AttemptFaultKind.TooManyColumns), "");
        }

        if (LongLine(path) is { } tooLong)
        {
            return new(new(file, AttemptFaultKind.BrokenRow) { First = tooLong }, "");
        }

        var written = Encoding.UTF8.GetString(line).TrimStart('\uFEFF').TrimEnd();
        var delimiter = ",;\t".FirstOrDefault(written.Contains, ',');
        ImmutableArray<string> names = [.. written.Split(delimiter).Select(Name)];
        return names.Length > AttemptQuestion.MostColumns ? new(new(file, AttemptFaultKind.TooManyColumns), "")
            : FaultIn(names, file) is { } fault ? new(fault, "")
            : new(null, AttemptSql.Rows(AttemptSql.Csv(name, delimiter, names.Length), AttemptQuestion.Columns.Select(column => (column, $"c{names.IndexOf(column)}"))));

        static string Name(string written)
        {
            var name = written.Trim();
            return (name is ['"', .. var inner, '"'] ? inner.Trim() : name).ToLowerInvariant();
        }
    }

    private static Source OpenParquet(DuckDBConnection connection, string name, int file)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT column_name FROM (DESCRIBE SELECT * FROM {AttemptSql.Parquet(name)})";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return FaultIn(names.ToImmutable(), file) is { } fault
            ? new(fault, "")
            : new(null, AttemptSql.Rows(AttemptSql.Parquet(name), AttemptQuestion.Columns.Select(column => (column, column))));
    }

    /// <returns>What is wrong with the columns: one of those wanted is missing, or stands there twice.</returns>
    private static AttemptFault? FaultIn(ImmutableArray<string> names, int file)
    {
        ImmutableArray<string> missing = [.. AttemptQuestion.Columns.Where(name => !names.Contains(name))];
        ImmutableArray<string> twice = [.. AttemptQuestion.Columns.Where(name => names.IndexOf(name) != names.LastIndexOf(name))];
        return !missing.IsEmpty ? new(file, AttemptFaultKind.MissingColumns) { Columns = missing }
            : !twice.IsEmpty ? new(file, AttemptFaultKind.DuplicateColumns) { Columns = twice }
            : null;
    }

    private static bool IsOther(ReadOnlySpan<byte> head)
    {
        foreach (var start in OtherFormats)
        {
            if (head.StartsWith(start))
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>In bytes, of what a link leads to where it is one.</returns>
    private static long LengthOf(string path) => new FileInfo(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path).Length;

    /// <returns>The number, from 1, of the first line that fills a whole megabyte from a multiple of a megabyte on, as each of two megabytes does; null where there is none.</returns>
    private static int? LongLine(string path)
    {
        using var file = File.OpenRead(path);
        var window = new byte[Window];
        for (var at = 0L; at + Window <= file.Length; at += Window)
        {
            // A line end is soon found in a file of rows: almost nothing of it is read here.
            var read = 0;
            for (var more = LongestHead; read < Window && !window.AsSpan(0, read).Contains((byte)'\n'); more = Window)
            {
                file.Position = at + read;
                read += file.ReadAtLeast(window.AsSpan(read, Math.Min(more, Window - read)), 1);
            }

            if (!window.AsSpan(0, read).Contains((byte)'\n'))
            {
                return LinesBefore(file, at);
            }
        }

        return null;
    }

    /// <returns>The number of the line that a byte is in, from 1.</returns>
    private static int LinesBefore(FileStream file, long end)
    {
        var (buffer, lines) = (new byte[LongestHead], 1);
        file.Position = 0;
        while (file.Position < end)
        {
            // Fails where the file has got shorter meanwhile.
            var next = buffer.AsSpan(0, (int)Math.Min(buffer.Length, end - file.Position));
            file.ReadExactly(next);
            lines += next.Count((byte)'\n');
        }

        return lines;
    }

    private static ReadOnlySpan<byte> ReadStart(string path)
    {
        using var file = File.OpenRead(path);
        var buffer = new byte[LongestHead];
        return buffer.AsSpan(0, file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
    }

    /// <summary>What DuckDB says quotes the row, so nothing of it is passed on but the number of the line.</summary>
    private static AttemptFault Fault(DuckDBException failure, int file)
    {
        const string Before = "CSV Error on Line: ";
        var at = failure.Message.IndexOf(Before, StringComparison.Ordinal);
        var digits = at < 0 ? "" : string.Concat(failure.Message.Skip(at + Before.Length).TakeWhile(char.IsAsciiDigit));
        return !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var line) || line == 0 ? new(file, AttemptFaultKind.Unreadable)
            : new(file, failure.Message.Contains("unicode", StringComparison.Ordinal) ? AttemptFaultKind.NotUtf8 : AttemptFaultKind.BrokenRow) { First = line };
    }

    private static bool IsOutOfMemory(DuckDBException failure) => failure.Message.Contains("Out of Memory", StringComparison.OrdinalIgnoreCase);

    /// <summary>A mistake in our own SQL, which holds nothing of a row.</summary>
    private static bool IsOurs(DuckDBException failure) =>
        OurErrors.Any(error => failure.Message.StartsWith(error, StringComparison.Ordinal));

    private static int[] FirstBad(DuckDBConnection connection, string sql, int columns)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        reader.Read();
        return [.. Enumerable.Range(0, columns).Select(reader.GetInt32)];
    }

    private static void Run(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <param name="Fault">Why the file cannot be read, or null.</param>
    /// <param name="Rows">The query for its five columns.</param>
    private sealed record Source(AttemptFault? Fault, string Rows);
}
