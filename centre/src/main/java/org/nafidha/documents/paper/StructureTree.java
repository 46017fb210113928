package org.nafidha.documents.paper;

import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.pdmodel.PDPage;

/** Writes the structure tree, and the way back from each page's marked content to its node (the parent tree). */
final class StructureTree {

	private final List<PDPage> pages;
	private final COSArray[] parents;

	/** @param markedContents how many each page has */
	StructureTree(List<PDPage> pages, List<Integer> markedContents) {
		this.pages = pages;
		this.parents = new COSArray[pages.size()];
		for (int i = 0; i < parents.length; i++) {
			parents[i] = new COSArray();
			parents[i].growToSize(markedContents.get(i), COSNull.NULL);
		}
	}

	COSDictionary write(Tag document) {
		COSDictionary root = new COSDictionary();
		root.setName(COSName.TYPE, "StructTreeRoot");
		root.setItem(COSName.K, element(document, root));
		COSArray numbers = new COSArray();
		for (int i = 0; i < parents.length; i++) {
			numbers.add(COSInteger.get(i));
			numbers.add(parents[i]);
		}
		COSDictionary tree = new COSDictionary();
		tree.setItem(COSName.NUMS, numbers);
		root.setItem(COSName.PARENT_TREE, tree);
		root.setInt(COSName.PARENT_TREE_NEXT_KEY, parents.length);
		return root;
	}

	private COSDictionary element(Tag tag, COSDictionary parent) {
		COSDictionary element = new COSDictionary();
		element.setName(COSName.TYPE, "StructElem");
		element.setName(COSName.S, tag.type());
		element.setItem(COSName.P, parent);
		COSArray kids = new COSArray();
		for (Object part : tag.content()) {
			kids.add(switch (part) {
				case Tag child -> element(child, element);
				case Tag.Content content -> content(content, element);
				default -> throw new IllegalStateException("not part of a structure tree: " + part);
			});
		}
		if (kids.size() > 0) {
			element.setItem(COSName.K, kids);
		}
		String alternative = tag.alternative();
		if (alternative != null) {
			element.setString(COSName.ALT, alternative);
		}
		if (!tag.text().isEmpty()) {
			element.setString(COSName.ACTUAL_TEXT, tag.text());
		}
		attributes(tag, element);
		return element;
	}

	private COSBase content(Tag.Content content, COSDictionary element) {
		parents[content.page()].set(content.number(), element);
		COSDictionary page = pages.get(content.page()).getCOSObject();
		if (element.getItem(COSName.PG) == null) {
			element.setItem(COSName.PG, page);
		}
		if (element.getItem(COSName.PG) == page) {
			return COSInteger.get(content.number());
		}
		COSDictionary elsewhere = new COSDictionary();
		elsewhere.setName(COSName.TYPE, "MCR");
		elsewhere.setItem(COSName.PG, page);
		elsewhere.setInt(COSName.MCID, content.number());
		elsewhere.setDirect(true);
		return elsewhere;
	}

	private static void attributes(Tag tag, COSDictionary element) {
		COSDictionary attributes = new COSDictionary();
		attributes.setDirect(true);
		String scope = tag.scope();
		double[] box = tag.box();
		if (scope != null) {
			attributes.setName(COSName.O, "Table");
			attributes.setName(COSName.getPDFName("Scope"), scope);
		} else if (box != null) {
			attributes.setName(COSName.O, "Layout");
			attributes.setName(COSName.getPDFName("Placement"), "Block");
			COSArray edges = new COSArray();
			for (double edge : box) {
				edges.add(new COSFloat((float) edge));
			}
			attributes.setItem(COSName.getPDFName("BBox"), edges);
		} else if ("L".equals(tag.type())) {
			attributes.setName(COSName.O, "List");
			attributes.setName(COSName.getPDFName("ListNumbering"), "None");
		}
		if (attributes.size() > 0) {
			element.setItem(COSName.A, attributes);
		}
	}
}
