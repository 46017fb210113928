package org.nafidha.verifier;

import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where one run takes its trust and its news from: keys, list of revoked documents, the centre online. */
final class Sources implements AutoCloseable {
	private final Optional<Online> online;
	private final Keys keys;
	private final Revocations revocations;
	private final boolean keysFromNetwork;

	Sources(Options options, @Nullable String keysOfEnvironment) throws Rejected {
		this.online = options.online().map(Online::new);
		Optional<Path> file = keysFile(options, keysOfEnvironment);
		this.keysFromNetwork = file.isEmpty() && online.isPresent();
		if (file.isEmpty() && online.isEmpty())
			throw new Rejected(Cause.KEYS_MISSING);
		Keys held = Keys.parse(file.isPresent() ? Verify.read(file.get(), Cause.KEYS_MISSING) : online.orElseThrow().keys());
		this.keys = online.isPresent() ? held.with(newer(held, online.get())) : held;
		this.revocations = new Revocations(list(options), online);
	}

	Keys keys() {
		return keys;
	}

	Revocations revocations() {
		return revocations;
	}

	boolean keysFromNetwork() {
		return keysFromNetwork;
	}

	/** Never from beside the files that are judged: whoever forged them would have laid keys of his own there. */
	private static Optional<Path> keysFile(Options options, @Nullable String keysOfEnvironment) {
		if (options.keys().isPresent())
			return options.keys();
		return Optional.ofNullable(keysOfEnvironment).filter(path -> !path.isEmpty()).map(Path::of);
	}

	private static X509CRL newer(Keys keys, Online online) throws Rejected {
		X509CRL fresh = Keys.crl(online.crl(), keys.authority());
		return fresh.getThisUpdate().before(keys.crl().getThisUpdate()) ? keys.crl() : fresh;
	}

	/** The newest of the list in a file and the list online. */
	private Optional<RevocationList> list(Options options) throws Rejected {
		Optional<RevocationList> newest = Optional.empty();
		if (options.revoked().isPresent())
			newest = Optional.of(RevocationList.parse(Verify.read(options.revoked().get(), Cause.REVOKED_LIST_BROKEN), keys));
		if (online.isPresent()) {
			RevocationList fresh = RevocationList.parse(online.get().revocationList(), keys);
			if (newest.isEmpty() || fresh.at().isAfter(newest.get().at()))
				newest = Optional.of(fresh);
		}
		return newest;
	}

	@Override
	public void close() {
		online.ifPresent(Online::close);
	}
}
