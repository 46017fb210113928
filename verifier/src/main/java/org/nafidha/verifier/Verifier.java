package org.nafidha.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Judges files against one city's keys. Never throws for what a file contains. Not thread-safe. */
public final class Verifier {
	private final Keys keys;
	private final Revocations revocations;
	private final InstantSource clock;
	private final boolean strict;

	/**
	 * @param strict whether something that could not be checked makes a file unreadable instead of genuine with a caveat
	 */
	Verifier(Keys keys, Revocations revocations, InstantSource clock, boolean strict) {
		this.keys = keys;
		this.revocations = revocations;
		this.clock = clock;
		this.strict = strict;
	}

	public Report verify(List<Path> files) {
		List<Finding> findings = new ArrayList<>();
		for (Path file : files)
			findings.add(verify(file));
		return new Report(List.copyOf(findings), Agreement.of(findings));
	}

	private Finding verify(Path file) {
		String name = file.toString();
		try {
			if (!Files.isRegularFile(file) || !Files.isReadable(file))
				throw new Rejected(Cause.FILE_MISSING);
			if (Files.size(file) > Limits.FILE_BYTES)
				throw new Rejected(Cause.FILE_TOO_LARGE, Map.of("limit", Long.toString(Limits.FILE_BYTES >> 20)));
			return verify(name, Files.readAllBytes(file));
		} catch (Rejected rejected) {
			return Finding.rejected(name, rejected);
		} catch (IOException _) {
			return Finding.rejected(name, new Rejected(Cause.FILE_MISSING));
		}
	}

	/** Judges one file's content, within a minute. */
	public Finding verify(String name, byte[] content) {
		FutureTask<Finding> task = new FutureTask<>(() -> judge(name, content));
		Thread.ofPlatform().daemon().name("check").start(task);
		try {
			return task.get(Limits.PER_FILE.toSeconds(), TimeUnit.SECONDS);
		} catch (TimeoutException _) {
			task.cancel(true);
			return Finding.rejected(name, new Rejected(Cause.TOO_SLOW, Map.of("limit", Long.toString(Limits.PER_FILE.toSeconds()))));
		} catch (ExecutionException e) {
			if (e.getCause() instanceof OutOfMemoryError || e.getCause() instanceof StackOverflowError)
				return Finding.rejected(name, new Rejected(Cause.TOO_MUCH_MEMORY));
			throw new IllegalStateException("a defect of the verifier, not of the file", e.getCause());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted", e);
		}
	}

	private Finding judge(String name, byte[] content) {
		try {
			Finding finding = switch (Content.of(content)) {
				case Content.Pdf pdf -> document(name, SealedPdf.check(pdf.bytes(), keys));
				case Content.Code code -> code(name, CodeReader.check(code.text(), keys));
				case Content.Entry entry -> receipt(name, Receipt.check(entry.json(), keys));
			};
			return strict ? withoutGaps(finding) : finding;
		} catch (Rejected rejected) {
			return Finding.rejected(name, rejected);
		}
	}

	private Finding document(String name, SealedPdf document) throws Rejected {
		List<Caveat> caveats = caveats(document.claims());
		Instant next = keys.crl().getNextUpdate() == null ? Instant.MIN : keys.crl().getNextUpdate().toInstant();
		if (next.isBefore(clock.instant()))
			caveats.add(new Caveat(Caveat.Kind.CRL_STALE, Map.of("at", Texts.moment(keys.crl().getThisUpdate().toInstant()))));
		Finding finding = new Finding(name, Cause.DOCUMENT_GENUINE, Texts.values(document.claims()), caveats,
				Optional.of(new Finding.OfDocument(document)));
		return timely(revocations.judge(finding, document.claims(), Optional.of(document.pdf())), document.claims());
	}

	private Finding code(String name, Claims claims) throws Rejected {
		List<Caveat> caveats = caveats(claims);
		caveats.add(Caveat.of(Caveat.Kind.CODE_COVERS_ONLY));
		Finding finding = new Finding(name, Cause.CODE_GENUINE, Texts.values(claims), caveats, Optional.of(new Finding.OfCode(claims)));
		return timely(revocations.judge(finding, claims, Optional.empty()), claims);
	}

	/** A document whose time is over is genuine no longer; whatever is worse stands. */
	private Finding timely(Finding finding, Claims claims) {
		return finding.verdict() == Verdict.GENUINE && claims.expired(clock.instant())
				? finding.with(Cause.DOCUMENT_EXPIRED, Map.of("number", claims.number(), "at", Texts.moment(claims.expiresAt().orElseThrow())))
				: finding;
	}

	private Finding receipt(String name, Receipt receipt) {
		List<Caveat> caveats = keys.demonstration() ? List.of(Caveat.of(Caveat.Kind.DEMONSTRATION)) : List.of();
		return new Finding(name, Cause.RECEIPT_GENUINE, Texts.values(receipt), caveats, Optional.of(new Finding.OfReceipt(receipt)));
	}

	private List<Caveat> caveats(Claims claims) {
		List<Caveat> caveats = new ArrayList<>();
		if (claims.demonstration() || keys.demonstration())
			caveats.add(Caveat.of(Caveat.Kind.DEMONSTRATION));
		return caveats;
	}

	private static Finding withoutGaps(Finding finding) {
		return finding.verdict() == Verdict.GENUINE && finding.caveats().stream().anyMatch(caveat -> caveat.kind().gap())
				? finding.with(Cause.NOT_CHECKED, Map.of())
				: finding;
	}
}
