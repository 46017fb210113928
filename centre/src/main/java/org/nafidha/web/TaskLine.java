package org.nafidha.web;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** A part of an application. @param kind of the tag that says how it stands; @param href null while it cannot be opened yet */
public record TaskLine(String title, @Nullable String href, Content state, String kind) {
}
