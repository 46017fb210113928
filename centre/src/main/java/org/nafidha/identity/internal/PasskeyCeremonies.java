package org.nafidha.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.identity.Passkeys;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
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
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Both ceremonies by Spring Security; the challenge lies in the session and is good for one answer. */
@Component
class PasskeyCeremonies implements Passkeys {

	private static final Logger LOG = LoggerFactory.getLogger(PasskeyCeremonies.class);
	private static final String CREATION = "nafidha.passkey-creation";
	private static final String REQUEST = "nafidha.passkey-request";
	private static final int LONGEST_LABEL = 60;

	private final WebAuthnRelyingPartyOperations party;
	private final UserCredentialRepository credentials;
	private final PublicKeyCredentialUserEntityRepository users;
	private final JsonMapper json = JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

	PasskeyCeremonies(@Lazy WebAuthnRelyingPartyOperations party, UserCredentialRepository credentials,
			PublicKeyCredentialUserEntityRepository users) {
		this.party = party;
		this.credentials = credentials;
		this.users = users;
	}

	@Override
	public List<Passkey> of(String officerId) {
		PublicKeyCredentialUserEntity user = users.findByUsername(officerId);
		return user == null ? List.of() : credentials.findByUserId(user.getId()).stream().map(PasskeyCeremonies::passkey).toList();
	}

	@Override
	public String registrationOptions(String officerId, HttpServletRequest request) {
		PublicKeyCredentialCreationOptions options = party
				.createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(as(officerId)));
		request.getSession().setAttribute(CREATION, options);
		return json.writeValueAsString(options);
	}

	@Override
	public Result<Passkey> register(String officerId, String label, String credential, HttpServletRequest request) {
		if (!(taken(request, CREATION) instanceof PublicKeyCredentialCreationOptions options)) {
			return Refusal.of("passkey.wrong").asResult();
		}
		try {
			PublicKeyCredential<AuthenticatorAttestationResponse> made = json.readValue(credential, new TypeReference<>() {
			});
			String name = label.isBlank() ? "–" : label.strip().substring(0, Math.min(label.strip().length(), LONGEST_LABEL));
			CredentialRecord record = party
					.registerCredential(new ImmutableRelyingPartyRegistrationRequest(options, new RelyingPartyPublicKey(made, name)));
			return Result.ok(passkey(record));
		} catch (RuntimeException e) {
			return refused(e);
		}
	}

	@Override
	public void remove(String officerId, String passkeyId) {
		of(officerId).stream().filter(passkey -> passkey.id().equals(passkeyId)).findFirst()
				.ifPresent(own -> credentials.delete(Bytes.fromBase64(own.id())));
	}

	void removeAll(String officerId) {
		of(officerId).forEach(passkey -> remove(officerId, passkey.id()));
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
			refused(e);
			return false;
		}
	}

	/** Spring Security and webauthn4j answer anything that does not fit with exceptions of many kinds; to a person they are all one. */
	private static <T> Result<T> refused(RuntimeException e) {
		LOG.info("A passkey was not accepted: {}", e instanceof JacksonException ? "unreadable" : e.getClass().getSimpleName());
		return Refusal.of("passkey.wrong").asResult();
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
