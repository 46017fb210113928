package org.nafidha.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;
import org.nafidha.documents.IssuedDocument.Field;
import org.nafidha.documents.internal.CityKeys.Pair;
import org.nafidha.documents.internal.DocumentRegister.Revoked;
import org.nafidha.documents.internal.PublishedKeys.Setting;
import org.nafidha.journal.JournalKey;
import org.nafidha.kernel.CanonicalJson;
import org.nafidha.platform.CentreProperties;
import org.nafidha.platform.Secrets;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A city whose three keys were born in a PKCS#11 token and cannot leave it signs everything that a city signs. A program of its own, since
 * the token's library reads where its tokens are from the environment: {@link TokenTests} runs it.
 */
final class TokenCity {

	private static final InstantSource CLOCK = InstantSource.system();

	private final Path home;
	private final Path library;
	private final char[] pin;

	private TokenCity(Path home, Path library, char[] pin) {
		this.home = home;
		this.library = library;
		this.pin = pin;
	}

	/** @param line folder, library of the token, file with its PIN */
	public static void main(String[] line) throws Exception {
		new TokenCity(Path.of(line[0]), Path.of(line[1]), Files.readString(Path.of(line[2])).strip().toCharArray()).run(Path.of(line[2]));
	}

	private void run(Path pinFile) throws Exception {
		generate();
		CentreProperties centre = new CentreProperties(home, ZoneId.of("Asia/Damascus"), true, "http://localhost:8080", "aleppo");
		DocumentSettings settings = new DocumentSettings(null, null, null, configuration("city", ""), pinFile, null);
		CityKeys keys = new KeyCabinet(centre, settings, new Secrets(centre), CLOCK).open();
		for (PrivateKey key : List.of(keys.seal().key(), keys.code().key(), java.util.Objects.requireNonNull(keys.authorityKey()))) {
			assertThat(key.getEncoded()).as("the key leaves the token").isNull();
			assertThat(key).isNotInstanceOf(java.security.interfaces.ECPrivateKey.class);
		}
		code(keys);
		file(keys);
		lists(keys, new Setting(centre, settings, CLOCK));
		System.out.println("signed in the token: code, file, list of revoked documents, list of the authority");
	}

	/** What an operator does with keytool or with the tool of the device's maker. */
	private void generate() throws Exception {
		Provider maker = Security.getProvider("SunPKCS11").configure(configuration("maker", """
				attributes(generate, CKO_PRIVATE_KEY, *) = {
				  CKA_TOKEN = true
				  CKA_SENSITIVE = true
				  CKA_EXTRACTABLE = false
				}
				""").toString());
		Security.addProvider(maker);
		KeyStore store = KeyStore.getInstance("PKCS11", maker);
		store.load(null, pin);
		KeyPair authority = pair(maker);
		X509Certificate root = Certified.certificate("City CA", authority.getPublic(), authority.getPrivate(), null);
		store.setKeyEntry("ca", authority.getPrivate(), null, new Certificate[]{root});
		for (String name : List.of("seal", "code")) {
			KeyPair pair = pair(maker);
			store.setKeyEntry(name, pair.getPrivate(), null,
					new Certificate[]{Certified.certificate(name, pair.getPublic(), authority.getPrivate(), root), root});
		}
		Security.removeProvider(maker.getName());
	}

	private static KeyPair pair(Provider maker) throws Exception {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", maker);
		generator.initialize(new ECGenParameterSpec("secp256r1"));
		return generator.generateKeyPair();
	}

	private Path configuration(String name, String more) throws Exception {
		return Files.writeString(home.resolve(name + ".cfg"), "name = " + name + "\nlibrary = " + library + "\nslotListIndex = 0\n" + more);
	}

	private static void code(CityKeys keys) {
		Claims claims = new Claims("nafidha:aleppo", null, Instant.parse("2026-11-24T09:00:00Z"), "VST-2026-000001-2", "p", new byte[32], 1,
				List.of(new Field("العقار", "2/2533")), true);
		CodeSeal.Read read = CodeSeal.read(CodeSeal.sign(claims, keys.code())).orElseThrow();
		assertThat(read.isSignedBy(keys.code().publicKey())).isTrue();
		assertThat(read.isSignedBy(keys.seal().publicKey())).isFalse();
	}

	private static void file(CityKeys keys) throws Exception {
		ByteArrayOutputStream blank = new ByteArrayOutputStream();
		try (PDDocument pdf = new PDDocument()) {
			pdf.addPage(new PDPage());
			pdf.save(blank);
		}
		byte[] sealed = new FileSeal(keys).seal(blank.toByteArray(), CLOCK.instant(), "a test", keys.seal());
		SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(sealed));
		validator.setCertificateVerifier(new CommonCertificateVerifier());
		var signature = validator.validateDocument().getDiagnosticData().getSignatures().getFirst();
		assertThat(signature.isSignatureIntact()).isTrue();
		assertThat(signature.isSignatureValid()).isTrue();
	}

	private static void lists(CityKeys keys, Setting setting) throws Exception {
		DocumentRegister documents = mock(DocumentRegister.class);
		when(documents.revoked()).thenReturn(List.of(new Revoked("VST-2026-000001-2", Instant.parse("2026-11-24T09:00:00Z"), "صدرت خطأً")));
		PublishedKeys published = new PublishedKeys(keys, mock(KeyRegister.class), documents, mock(JournalKey.class), setting);
		Map<String, Object> list = JsonMapper.shared().readValue(published.revokedJson(), new TypeReference<TreeMap<String, Object>>() {
		});
		byte[] signature = Base64.getDecoder().decode((String) list.remove("signature"));
		assertThat(signature).hasSize(64);
		assertThat(isSigned(keys.code(), CanonicalJson.bytes(list), signature)).isTrue();
		X509CRL crl = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(published.revocationList()));
		crl.verify(keys.authority().getPublicKey());
	}

	private static boolean isSigned(Pair pair, byte[] content, byte @Nullable [] signature) throws Exception {
		Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
		check.initVerify(pair.publicKey());
		check.update(content);
		return check.verify(signature);
	}
}
