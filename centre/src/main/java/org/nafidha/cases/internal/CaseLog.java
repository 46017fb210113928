package org.nafidha.cases.internal;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nafidha.cases.CaseFile;
import org.nafidha.kernel.Result;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Puts the number of the case to the lines of the log, and says how an act ended. The record of the act is the journal, not the log. */
final class CaseLog {

	private static final Logger LOG = LoggerFactory.getLogger("nafidha.cases");
	private static final String CASE = "case";

	private CaseLog() {
	}

	/** Until it is closed, every line of this thread carries the number. */
	static MDC.MDCCloseable about(String number) {
		return MDC.putCloseable(CASE, number);
	}

	/** @param number null when only the result tells */
	static Result<CaseFile> acted(String act, @Nullable String number, Supplier<Result<CaseFile>> work) {
		String before = MDC.get(CASE);
		if (number != null) {
			MDC.put(CASE, number);
		}
		try {
			Result<CaseFile> result = work.get();
			if (result instanceof Result.Ok<CaseFile>(CaseFile file)) {
				MDC.put(CASE, file.number());
			}
			switch (result) {
				case Result.Ok<CaseFile> ok -> LOG.info("The case was {}", act);
				case Result.Refused<CaseFile>(var refusal) -> LOG.info("The case was not {}: {}", act, refusal.code());
			}
			return result;
		} finally {
			if (before == null) {
				MDC.remove(CASE);
			} else {
				MDC.put(CASE, before);
			}
		}
	}
}
