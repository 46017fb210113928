package org.nafidha.documents.paper;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** Writes laid-out pages as one PDF 1.7 file that says of itself, truthfully, PDF/A-2a and PDF/UA-1. Used once. */
final class TaggedPdf {

	private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
	private static final COSName NAFIDHA = COSName.getPDFName("Nafidha");

	private final String title;
	private final Imprint imprint;
	private final EmbeddedFonts fonts = new EmbeddedFonts();

	TaggedPdf(String title, Imprint imprint) {
		this.title = title;
		this.imprint = imprint;
	}

	byte[] write(Composer.Laid laid) throws IOException {
		try (PDDocument pdf = new PDDocument()) {
			pdf.setVersion(1.7f);
			pdf.setDocumentId(imprint.issuedAt().toEpochMilli());
			COSDictionary resources = new COSDictionary();
			List<PDPage> pages = new ArrayList<>();
			List<Integer> markedContents = new ArrayList<>();
			for (Page page : laid.pages()) {
				pages.add(page(pdf, page, pages.size(), resources, markedContents));
			}
			COSDictionary fontResources = new COSDictionary();
			for (EmbeddedFont font : fonts.all()) {
				fontResources.setItem(COSName.getPDFName(font.name()), font.write(pdf));
			}
			resources.setItem(COSName.FONT, fontResources);
			describe(pdf);
			pdf.getDocumentCatalog().getCOSObject().setItem(COSName.STRUCT_TREE_ROOT,
					new StructureTree(pages, markedContents).write(laid.document()));
			embedData(pdf);
			ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
			pdf.save(out);
			return out.toByteArray();
		}
	}

	private PDPage page(PDDocument pdf, Page page, int index, COSDictionary resources, List<Integer> markedContents) throws IOException {
		Ink ink = new Ink(fonts);
		int number = 0;
		for (Page.Mark mark : page.marks()) {
			Tag tag = mark.tag();
			if (tag == null) {
				ink.beginArtifact(mark.pagination());
			} else {
				ink.beginTagged(tag.type(), number);
				tag.marked(index, number++);
			}
			mark.drawings().forEach(ink::draw);
			ink.end();
		}
		markedContents.add(number);
		PDPage written = new PDPage(new PDRectangle((float) Look.PAGE_WIDTH, (float) Look.PAGE_HEIGHT));
		COSStream content = pdf.getDocument().createCOSStream();
		try (var out = content.createOutputStream(COSName.FLATE_DECODE)) {
			out.write(ink.bytes());
		}
		COSDictionary dictionary = written.getCOSObject();
		dictionary.setItem(COSName.CONTENTS, content);
		dictionary.setItem(COSName.RESOURCES, resources);
		dictionary.setInt(COSName.STRUCT_PARENTS, index);
		dictionary.setName(COSName.getPDFName("Tabs"), "S");
		pdf.addPage(written);
		return written;
	}

	private void describe(PDDocument pdf) throws IOException {
		PDDocumentCatalog catalog = pdf.getDocumentCatalog();
		catalog.setLanguage("ar");
		PDMarkInfo marked = new PDMarkInfo();
		marked.setMarked(true);
		catalog.setMarkInfo(marked);
		PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
		preferences.setDisplayDocTitle(true);
		preferences.setReadingDirection(PDViewerPreferences.READING_DIRECTION.R2L);
		catalog.setViewerPreferences(preferences);
		PDMetadata metadata = new PDMetadata(pdf);
		metadata.importXMPMetadata(Metadata.xmp(title, imprint.author(), imprint.issuedAt()));
		catalog.setMetadata(metadata);
		PDOutputIntent colours = new PDOutputIntent(pdf, new ByteArrayInputStream(SRGB));
		colours.setInfo("sRGB IEC61966-2.1");
		colours.setOutputCondition("sRGB IEC61966-2.1");
		colours.setOutputConditionIdentifier("sRGB IEC61966-2.1");
		colours.setRegistryName("http://www.color.org");
		catalog.addOutputIntent(colours);
		var information = pdf.getDocumentInformation();
		information.setTitle(title);
		information.setAuthor(imprint.author());
		information.setCreator("Nafidha");
		information.setProducer("Nafidha");
		information.setCreationDate(date());
		information.setModificationDate(date());
	}

	/** The canonical data as a page-piece entry of the catalog (docs/formats.md section 2). */
	private void embedData(PDDocument pdf) throws IOException {
		COSStream data = pdf.getDocument().createCOSStream();
		data.setName(COSName.TYPE, "NafidhaData");
		try (var out = data.createOutputStream()) {
			out.write(imprint.data());
		}
		COSDictionary piece = new COSDictionary();
		piece.setDate(COSName.getPDFName("LastModified"), date());
		piece.setItem(COSName.getPDFName("Private"), data);
		COSDictionary pieces = new COSDictionary();
		pieces.setItem(NAFIDHA, piece);
		pdf.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("PieceInfo"), pieces);
	}

	private Calendar date() {
		return GregorianCalendar.from(imprint.issuedAt().atZone(ZoneOffset.UTC));
	}
}
