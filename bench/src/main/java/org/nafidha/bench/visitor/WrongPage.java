package org.nafidha.bench.visitor;

import java.io.IOException;

/** The centre answered, but not with the page that the act leads to; the message says what it showed instead. */
public final class WrongPage extends IOException {

	@java.io.Serial
	private static final long serialVersionUID = 1L;

	private final int status;

	WrongPage(String wanted, WebPage shown) {
		super(wanted + ": " + shown.describe());
		this.status = shown.status();
	}

	/** The HTTP status of what was shown instead. */
	public int status() {
		return status;
	}
}
