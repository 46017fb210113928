package org.nafidha.office;

import org.nafidha.correspondence.AskedOpinion;
import org.nafidha.kernel.LocalizedText;

/** An asked opinion in the file. @param unit that was asked, by name */
public record OpinionLine(AskedOpinion opinion, LocalizedText unit) {
}
