package org.nafidha.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.identity.OwnAccount.Passkey;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Both ceremonies by Spring Security; the challenge lies in the session and is good for one answer. */
@Component
class PasskeyCeremonies {

	private static final Logger LOG = LoggerFactory.getLogger(PasskeyCeremonies.class);
	private static final String CREATION = "nafidha.passkey-creation";
	private static final String REQUEST = "nafidha.passkey-request";
	private static final int LONGEST_LABEL = 60;
	private static final Refusal NOT_ADDED = Refusal.of("passkey.refused");

	private final WebAuthnRelyingPartyOperations party;
	private final UserCredentialRepository credentials;
	private final PublicKeyCredentialUserEntityRepository users;
	private final OfficerBook book;
	private final TransactionTemplate transaction;
	private final JsonMapper json = JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

	PasskeyCeremonies(@Lazy WebAuthnRelyingPartyOperations party, UserCredentialRepository credentials,
			PublicKeyCredentialUserEntityRepository users, OfficerBook book, TransactionTemplate transaction) {
		this.party = party;
		this.credentials = credentials;
		this.users = users;
		this.book = book;
		this.transaction = transaction;
	}

	/** In the order in which they were added. */
	List<Passkey> of(String officerId) {
		PublicKeyCredentialUserEntity user = users.findByUsername(officerId);
		return user == null
				? List.of()
				: credentials.findByUserId(user.getId()).stream().map(PasskeyCeremonies::passkey)
						.sorted(Comparator.comparing(Passkey::added, Comparator.nullsFirst(Comparator.naturalOrder()))).toList();
	}

	/** What the officer's browser needs to make a new passkey. */
	String registrationOptions(String officerId, HttpServletRequest request) {
		PublicKeyCredentialCreationOptions options = party
				.createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(as(officerId)));
		request.getSession().setAttribute(CREATION, options);
		return json.writeValueAsString(options);
	}

	/** Refused as {@code passkey.refused}. */
	Result<Passkey> register(SignedIn.Staff who, String label, String credential, HttpServletRequest request) {
		if (!(taken(request, CREATION) instanceof PublicKeyCredentialCreationOptions options)) {
			return NOT_ADDED.asResult();
		}
		try {
			PublicKeyCredential<AuthenticatorAttestationResponse> made = json.readValue(credential, new TypeReference<>() {
			});
			var registration = new ImmutableRelyingPartyRegistrationRequest(options, new RelyingPartyPublicKey(made, name(label)));
			return Result.ok(passkey(Objects.requireNonNull(transaction.execute(status -> {
				book.write("officer.passkey-added", who.officerId(), who.actor());
				return party.registerCredential(registration);
			}))));
		} catch (RuntimeException e) {
			noted(e);
			return NOT_ADDED.asResult();
		}
	}

	void remove(Passkey passkey) {
		credentials.delete(Bytes.fromBase64(passkey.id()));
	}

	void removeAll(String officerId) {
		of(officerId).forEach(this::remove);
	}

	/** What the officer's browser needs to use one of the officer's own passkeys. */
	String requestOptions(String officerId, HttpServletRequest request) {
		PublicKeyCredentialRequestOptions options = party
				.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(as(officerId)));
		request.getSession().setAttribute(REQUEST, options);
		return json.writeValueAsString(options);
	}

	/** Whether the answer proves one of this officer's passkeys. */
	boolean proves(String officerId, String credential, HttpServletRequest request) {
		if (!(taken(request, REQUEST) instanceof PublicKeyCredentialRequestOptions options)) {
			return false;
		}
		try {
			PublicKeyCredential<AuthenticatorAssertionResponse> used = json.readValue(credential, new TypeReference<>() {
			});
			return officerId.equals(party.authenticate(new RelyingPartyAuthenticationRequest(options, used)).getName());
		} catch (RuntimeException e) {
			noted(e);
			return false;
		}
	}

	/**
	 * Spring Security and webauthn4j answer anything that does not fit with exceptions of many kinds; to a person they are all
	 * one. A database that fails is another matter, but for a passkey that is already there.
	 */
	private static void noted(RuntimeException e) {
		if (e instanceof NestedRuntimeException broken && !(broken instanceof DuplicateKeyException)) {
			throw broken;
		}
		LOG.info("A passkey was not accepted: {}", e instanceof JacksonException ? "unreadable" : e.getClass().getSimpleName());
	}

	private static String name(String label) {
		String stripped = label.strip();
		return stripped.isEmpty()
				? "–"
				: stripped.substring(0, stripped.offsetByCodePoints(0, Math.min(stripped.codePointCount(0, stripped.length()), LONGEST_LABEL)));
	}

	private static @Nullable Object taken(HttpServletRequest request, String attribute) {
		HttpSession session = request.getSession();
		Object value = session.getAttribute(attribute);
		session.removeAttribute(attribute);
		return value;
	}

	private static Authentication as(String officerId) {
		return UsernamePasswordAuthenticationToken.authenticated(officerId, null, List.of());
	}

	private static Passkey passkey(CredentialRecord record) {
		return new Passkey(record.getCredentialId().toBase64UrlString(), Optional.ofNullable(record.getLabel()).orElse("–"),
				Optional.<Instant>ofNullable(record.getCreated()).orElse(null), record.getLastUsed());
	}
}
