package wiki.errorcodes.web;

/**
 * What every page needs to know of the server it comes from.
 *
 * @param address under which readers reach it
 * @param watching whether it tells pages when the articles change
 */
public record Shell(Address address, boolean watching) {

    static final Shell PLAIN = new Shell(Address.UNKNOWN, false);
}
