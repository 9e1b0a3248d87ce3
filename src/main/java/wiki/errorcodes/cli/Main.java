package wiki.errorcodes.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import wiki.errorcodes.web.WebServer;

/**
 * The program: {@code errorwiki serve | index | search | check | eval | new | try | move |
 * rehearse}. Without a command it serves.
 */
@Command(
        name = "errorwiki",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description =
                "A browser-error knowledge base: paste what the browser printed, land on the cause and the fix.",
        synopsisSubcommandLabel = "[COMMAND]",
        footer = {
            "",
            "Without a command it serves, so 'errorwiki --port 8080' is 'errorwiki serve --port 8080'."
        })
public final class Main {

    /** Everything went well. */
    static final int OK = 0;

    /** The content has errors, or nothing was found. */
    static final int FAILED = 1;

    /** The command line, a folder or a port has to be changed. */
    static final int USAGE = 2;

    private Main() {}

    /** The version of the jar; "development" when run from classes. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"errorwiki " + version()};
        }
    }

    static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(development)" : version;
    }

    /** Runs the program and ends the process with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(args, System.in, out, err, System.getenv(), LocalDate.now());
        out.flush();
        err.flush();
        if (code != OK) {
            System.exit(code);
        }
    }

    /**
     * Runs a command.
     *
     * @param today decides which reviews are old, and dates new articles
     * @return the exit code: 0 well, 1 found wanting, 2 wrong use
     */
    static int run(
            String[] args,
            InputStream in,
            PrintWriter out,
            PrintWriter err,
            Map<String, String> environment,
            LocalDate today) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("serve", ServeCommand::new);
        commands.put("index", IndexCommand::new);
        commands.put("rehearse", RehearseCommand::new);
        commands.put("search", () -> new SearchCommand(in));
        commands.put("check", () -> new CheckCommand(today));
        commands.put("eval", EvalCommand::new);
        commands.put("new", () -> new NewCommand(in, today));
        commands.put("try", () -> new TryCommand(in));
        commands.put("move", MoveCommand::new);
        String[] all = withCommand(args, commands.keySet());
        if (all[0].equals("serve")) {
            Thread loading = new Thread(WebServer::load, "load");
            loading.setDaemon(true);
            loading.start();
        }
        // Reading the options of every command would take as long as starting the server.
        boolean named = commands.containsKey(all[0]);
        CommandLine line = new CommandLine(new Main());
        commands.forEach(
                (name, command) -> {
                    if (!named || name.equals(all[0])) {
                        line.addSubcommand(name, command.get());
                    }
                });
        line.setOut(out).setErr(err);
        line.setUsageHelpAutoWidth(true);
        Defaults defaults = new Defaults(environment);
        line.setDefaultValueProvider(defaults);
        line.getSubcommands()
                .values()
                .forEach(command -> command.setDefaultValueProvider(defaults));
        line.setParameterExceptionHandler(
                (problem, arguments) -> {
                    err.println("errorwiki: " + problem.getMessage());
                    err.println("Try 'errorwiki " + commandName(problem) + "--help'.");
                    return USAGE;
                });
        line.setExecutionExceptionHandler(
                (problem, command, result) -> {
                    if (problem instanceof UsageException
                            || problem instanceof wiki.errorcodes.web.PortInUseException) {
                        err.println("errorwiki: " + problem.getMessage());
                        return USAGE;
                    }
                    throw problem;
                });
        return line.execute(all);
    }

    private static String commandName(CommandLine.ParameterException problem) {
        String name = problem.getCommandLine().getCommandName();
        return name.equals("errorwiki") ? "" : name + " ";
    }

    /**
     * Puts {@code serve} in front when the first argument is no command and asks for nothing else.
     */
    private static String[] withCommand(String[] args, Set<String> commands) {
        boolean named =
                args.length > 0
                        && (commands.contains(args[0])
                                || args[0].equals("--help")
                                || args[0].equals("-h")
                                || args[0].equals("--version")
                                || args[0].equals("-V")
                                || !args[0].startsWith("-"));
        if (named) {
            return args;
        }
        String[] all = new String[args.length + 1];
        all[0] = "serve";
        System.arraycopy(args, 0, all, 1, args.length);
        return all;
    }
}
