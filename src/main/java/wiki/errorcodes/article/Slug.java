package wiki.errorcodes.article;

import java.util.Locale;

/** Names in addresses: an article's file name, a collection's folder, a tag. Kebab-case, ASCII. */
public final class Slug {

    private static final int LONGEST = 80;

    private Slug() {}

    /** Tells whether a text is lower-case words and digits joined by single hyphens. */
    public static boolean isValid(String text) {
        boolean afterHyphen = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean word = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            if (!word && (c != '-' || afterHyphen)) {
                return false;
            }
            afterHyphen = c == '-';
        }
        return !afterHyphen && text.length() <= LONGEST;
    }

    /**
     * Turns a title into a slug: {@code "Network & DNS"} becomes {@code network-dns}; may be empty.
     */
    public static String of(String title) {
        StringBuilder slug = new StringBuilder();
        for (char c : title.toLowerCase(Locale.ROOT).toCharArray()) {
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                slug.append(c);
            } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        int end = Math.min(slug.length(), LONGEST);
        while (end > 0 && slug.charAt(end - 1) == '-') {
            end--;
        }
        return slug.substring(0, end);
    }
}
