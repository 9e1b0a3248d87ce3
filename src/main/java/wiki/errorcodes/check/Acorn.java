package wiki.errorcodes.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.JavaScriptException;
import org.mozilla.javascript.Scriptable;

/**
 * The acorn parser, which knows today's JavaScript, run by Rhino, which does not but can run acorn.
 * One piece of code at a time.
 */
final class Acorn {

    private static final String SCRIPT = "META-INF/resources/webjars/acorn/8.16.0/dist/acorn.js";

    private @Nullable Scriptable scope;

    /**
     * What acorn says of code that it cannot read.
     *
     * @param line counted from 0
     * @param column counted from 0
     */
    record Fault(int line, int column, String message) {}

    /**
     * Returns the first error of a piece of code, read as a module or as the inside of an async
     * function; empty when there is none.
     */
    synchronized Optional<Fault> firstFault(String code) {
        try (Context context = Context.enter()) {
            context.setLanguageVersion(Context.VERSION_ES6);
            Scriptable loaded = scope == null ? load(context) : scope;
            scope = loaded;
            Optional<Fault> fault = parse(context, loaded, code, "module");
            // Sloppy code, such as an old library's, is a script.
            return fault.isPresent() && parse(context, loaded, code, "script").isEmpty()
                    ? Optional.empty()
                    : fault;
        }
    }

    private static Scriptable load(Context context) {
        try (InputStream script = Acorn.class.getClassLoader().getResourceAsStream(SCRIPT)) {
            if (script == null) {
                throw new IllegalStateException(SCRIPT + " is not in the class path");
            }
            Scriptable scope = context.initStandardObjects();
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            context.evaluateString(scope, text, "acorn.js", 1, null);
            return scope;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SCRIPT, e);
        }
    }

    private static Optional<Fault> parse(
            Context context, Scriptable scope, String code, String sourceType) {
        Scriptable options = context.newObject(scope);
        options.put("ecmaVersion", options, "latest");
        options.put("sourceType", options, sourceType);
        options.put("allowReturnOutsideFunction", options, true);
        options.put("allowAwaitOutsideFunction", options, true);
        Scriptable acorn = (Scriptable) scope.get("acorn", scope);
        Function parse = (Function) acorn.get("parse", acorn);
        try {
            parse.call(context, scope, acorn, new Object[] {code, options});
            return Optional.empty();
        } catch (JavaScriptException e) {
            Scriptable error = (Scriptable) e.getValue();
            Scriptable place = (Scriptable) error.get("loc", error);
            String message = Context.toString(error.get("message", error));
            int end = message.lastIndexOf(" (");
            return Optional.of(
                    new Fault(
                            (int) Context.toNumber(place.get("line", place)) - 1,
                            (int) Context.toNumber(place.get("column", place)),
                            end < 0 ? message : message.substring(0, end)));
        }
    }
}
