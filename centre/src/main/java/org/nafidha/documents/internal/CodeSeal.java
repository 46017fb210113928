package org.nafidha.documents.internal;

import com.authlete.cbor.CBORDecoder;
import com.authlete.cbor.CBORTaggedItem;
import com.authlete.cose.COSEException;
import com.authlete.cose.COSEProtectedHeaderBuilder;
import com.authlete.cose.COSESign1;
import com.authlete.cose.COSESign1Builder;
import com.authlete.cose.COSEUnprotectedHeaderBuilder;
import com.authlete.cose.COSEVerifier;
import com.authlete.cose.SigStructureBuilder;
import com.authlete.cose.constants.COSEAlgorithms;
import java.io.IOException;
import java.security.PublicKey;
import java.util.Optional;
import org.nafidha.documents.internal.CityKeys.Pair;

/** Signs and reads the text of QR codes: COSE_Sign1 (RFC 9052) with ES256, in Base45 after {@code NAF1:}. */
final class CodeSeal {

	static final String PREFIX = "NAF1:";
	/** More than a QR code of level M holds. */
	static final int LIMIT = 2_900;

	private static final int SIGN1_TAG = 18;

	private CodeSeal() {
	}

	static String sign(Claims claims, Pair code) {
		byte[] payload = claims.encode();
		var header = new COSEProtectedHeaderBuilder().alg(COSEAlgorithms.ES256).build();
		var unsigned = new COSEUnprotectedHeaderBuilder().kid(code.kid()).build();
		var content = new SigStructureBuilder().signature1().bodyAttributes(header).payload(payload).build();
		// signed by the platform and not by the COSE library, which wants to read the private key's number
		byte[] signature = code.es256(content.encode());
		COSESign1 message = new COSESign1Builder().protectedHeader(header).unprotectedHeader(unsigned).payload(payload).signature(signature).build();
		return PREFIX + Base45.encode(new CBORTaggedItem(SIGN1_TAG, message).encode());
	}

	/** A code that was read, its signature not yet checked. */
	record Read(byte[] kid, byte[] payload, COSESign1 message) {

		boolean isSignedBy(PublicKey key) {
			try {
				return new COSEVerifier(key).verify(message);
			} catch (COSEException | RuntimeException broken) {
				return false;
			}
		}
	}

	/** Empty for anything but such a code. */
	static Optional<Read> read(String text) {
		if (!text.startsWith(PREFIX) || text.length() > LIMIT) {
			return Optional.empty();
		}
		return Base45.decode(text.substring(PREFIX.length())).flatMap(bytes -> {
			try {
				CBORDecoder decoder = new CBORDecoder(bytes);
				var item = decoder.next();
				if (decoder.next() != null || !(item instanceof CBORTaggedItem tagged) || ((Number) tagged.getTagNumber()).intValue() != SIGN1_TAG) {
					return Optional.empty();
				}
				COSESign1 message = tagged.getTagContent() instanceof COSESign1 sign1 ? sign1 : COSESign1.build(tagged.getTagContent());
				byte[] kid = message.getUnprotectedHeader().getKid();
				return kid != null && message.getPayload().parse() instanceof byte[] payload
						? Optional.of(new Read(kid, payload, message))
						: Optional.empty();
			} catch (COSEException | IOException | RuntimeException notACode) {
				return Optional.empty();
			}
		});
	}
}
