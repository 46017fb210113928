package org.nafidha.office;

import java.util.List;
import java.util.Map;
import org.nafidha.kernel.LocalizedText;

/**
 * What stands beside the decision on the desk.
 *
 * @param units that can be asked for an opinion, code to name
 */
public record Beside(FileLetters letters, List<OpinionLine> opinions, Map<String, LocalizedText> units) {
}
