package org.nafidha.console;

/** A finding in the reader's language. @param line of the text; 0 when it has none @param staffing it does not keep the text from being published */
public record FindingLine(int line, String words, boolean staffing) {
}
