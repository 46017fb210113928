package org.nafidha.web;

/** One step of the path above a page's title; the page itself is not part of it. */
public record Crumb(String text, String href) {
}
