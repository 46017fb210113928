package org.nafidha.verifier;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a file is, told by its bytes and never by its name. */
sealed interface Content {
	byte[] PDF = SealedBytes.ascii("%PDF-");
	byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
	byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

	/** A PDF file. */
	record Pdf(byte[] bytes) implements Content {
	}

	/** The text of a code, typed or read from a picture. */
	record Code(String text) implements Content {
	}

	/** A journal receipt, not yet checked. */
	record Entry(Json json) implements Content {
	}

	static Content of(byte[] file) throws Rejected {
		if (startsWith(file, PDF))
			return new Pdf(file);
		if (startsWith(file, PNG))
			return new Code(Picture.code(file, "png"));
		if (startsWith(file, JPEG))
			return new Code(Picture.code(file, "jpeg"));
		if (startsWith(file, SealedBytes.ascii(CodeReader.PREFIX)))
			return new Code(lineOf(file));
		if (file.length > 0 && file.length <= Limits.TEXT_BYTES && firstInk(file) == '{')
			return json(file);
		throw new Rejected(Cause.FILE_KIND);
	}

	private static Content json(byte[] file) throws Rejected {
		Json json = Json.parse(file, Cause.JSON_BROKEN);
		String format = json.textOrNull("format");
		if (Receipt.FORMAT.equals(format))
			return new Entry(json.orElse(Cause.RECEIPT_BROKEN));
		throw new Rejected("nafidha-keys-v1".equals(format) ? Cause.FILE_IS_KEYS : Cause.FILE_KIND);
	}

	/** One line; its end may be there, but a space at the end belongs to the code. */
	private static String lineOf(byte[] file) throws Rejected {
		if (file.length > Limits.CODE_CHARACTERS + 2)
			throw new Rejected(Cause.CODE_BROKEN);
		return new String(file, StandardCharsets.ISO_8859_1).replaceFirst("\\r?\\n\\z", "");
	}

	private static boolean startsWith(byte[] file, byte[] magic) {
		return file.length >= magic.length && Arrays.equals(file, 0, magic.length, magic, 0, magic.length);
	}

	private static int firstInk(byte[] file) {
		for (byte b : file)
			if (b != ' ' && b != '\t' && b != '\r' && b != '\n')
				return b;
		return -1;
	}
}
