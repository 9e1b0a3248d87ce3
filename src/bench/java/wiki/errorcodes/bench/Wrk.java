package wiki.errorcodes.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** wrk: 64 connections that are kept alive, two threads. */
final class Wrk {

    private static final Pattern REQUESTS = Pattern.compile("([0-9]+) requests in");
    private static final Pattern RATE = Pattern.compile("Requests/sec: *([0-9.]+)");
    private static final Pattern SLOWEST = Pattern.compile("99% *([0-9.]+)(us|ms|s)");
    private static final Pattern BAD = Pattern.compile("Non-2xx or 3xx responses: ([0-9]+)");

    private Wrk() {}

    /**
     * What a run came to.
     *
     * @param requests that were answered
     * @param rate requests a second
     * @param p99 milliseconds that 99 of 100 requests stay below
     */
    record Ran(double requests, double rate, double p99) {}

    /**
     * Puts load on an address, with further arguments of wrk, and fails if an answer is an error.
     */
    static Ran run(int seconds, String url, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("wrk", "-t2", "-c64", "-d" + seconds + "s", "--latency"));
        command.addAll(arguments);
        command.add(url);
        String text = Program.output(Program.loading(command));
        Matcher bad = BAD.matcher(text);
        if (bad.find()) {
            throw new IOException(bad.group(1) + " answers of " + url + " were errors");
        }
        Matcher rate = RATE.matcher(text);
        Matcher slowest = SLOWEST.matcher(text);
        Matcher requests = REQUESTS.matcher(text);
        if (!requests.find() || !rate.find() || !slowest.find()) {
            throw new IOException("wrk said: " + text);
        }
        double unit =
                switch (slowest.group(2)) {
                    case "us" -> 0.001;
                    case "ms" -> 1;
                    default -> 1000;
                };
        return new Ran(
                Double.parseDouble(requests.group(1)),
                Double.parseDouble(rate.group(1)),
                Double.parseDouble(slowest.group(1)) * unit);
    }
}
