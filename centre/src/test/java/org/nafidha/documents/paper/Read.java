package org.nafidha.documents.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Reads finished documents back with other people's programs. */
public final class Read {

	static {
		VeraGreenfieldFoundryProvider.initialise();
	}

	private Read() {
	}

	/** What veraPDF has against it; empty for a conforming file. */
	public static List<String> objections(byte[] pdf, PDFAFlavour flavour) throws Exception {
		try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
				var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
			var result = validator.validate(parser);
			TreeSet<String> failed = new TreeSet<>();
			result.getTestAssertions().stream().filter(a -> a.getStatus() == TestAssertion.Status.FAILED)
					.forEach(a -> failed.add(a.getRuleId().getClause() + "-" + a.getRuleId().getTestNumber() + " " + a.getMessage()));
			if (!result.isCompliant() && failed.isEmpty()) {
				failed.add("not compliant");
			}
			return List.copyOf(failed);
		}
	}

	/** The text as PDFBox takes it off the page. */
	public static String text(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			PDFTextStripper stripper = new PDFTextStripper();
			stripper.setSortByPosition(true);
			return stripper.getText(document);
		}
	}

	/** The text as poppler's pdftotext takes it off the page, without the direction marks it adds; empty where it is not installed. */
	static Optional<String> popplerText(byte[] pdf) throws IOException, InterruptedException {
		Path file = Files.createTempFile("document", ".pdf");
		try {
			Files.write(file, pdf);
			Process process = new ProcessBuilder("pdftotext", "-layout", file.toString(), "-").start();
			String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return process.waitFor() == 0 ? Optional.of(text.replaceAll("[\u202A-\u202E\u200E\u200F]", "")) : Optional.empty();
		} catch (IOException notInstalled) {
			return Optional.empty();
		} finally {
			Files.delete(file);
		}
	}

	/** The structure tree in reading order, as {@code type text}. */
	public static List<String> structure(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			List<String> nodes = new ArrayList<>();
			collect(document.getDocumentCatalog().getStructureTreeRoot(), nodes);
			return nodes;
		}
	}

	private static void collect(PDStructureNode parent, List<String> nodes) {
		for (Object kid : parent.getKids()) {
			if (kid instanceof PDStructureElement element) {
				String words = element.getActualText() != null ? element.getActualText() : element.getAlternateDescription();
				nodes.add(element.getStructureType() + (words == null ? "" : " " + words));
				collect(element, nodes);
			}
		}
	}

	static int pages(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return document.getNumberOfPages();
		}
	}

	/** @param page counted from 0 */
	static BufferedImage picture(byte[] pdf, int page, int dpi) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return new PDFRenderer(document).renderImageWithDPI(page, dpi, ImageType.GRAY);
		}
	}
}
