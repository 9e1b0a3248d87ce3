package wiki.errorcodes.web;

import gg.jte.Content;

/**
 * What every page needs to know of the server it comes from.
 *
 * @param address under which readers reach it
 * @param watching whether it tells pages when the articles change
 * @param assets the scripts, styles and icons that every page loads
 */
public record Shell(Address address, boolean watching, Content assets) {

    static final Shell PLAIN = new Shell(Address.UNKNOWN, false);

    Shell(Address address, boolean watching) {
        this(address, watching, out -> {});
    }

    Shell with(Content newAssets) {
        return new Shell(address, watching, newAssets);
    }
}
