#include "readers/format.hpp"

#include <gtest/gtest.h>

#include <string>

namespace irikteu::readers {

TEST(Format, IsToldByContentAndNeverByName) {
    const struct {
        std::string_view bytes;
        Format format;
    } cases[] = {
        {"%PDF-1.4\n", Format::pdf},
        {"{\\rtf1\\ansi", Format::rtf},
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 rest", Format::doc},
        {"<dossier xmlns=\"urn:irikteu:dossier:1\"/>", Format::xml_dossier},
        {"\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- a > b -->\n<d:dossier xmlns:d='urn:irikteu:dossier:1'>", Format::xml_dossier},
        {"<dossier xmlns=\"urn:other\"/>", Format::xml},
        {"<?xml version='1.0'?><?mso-application progid='Word.Document'?><pkg:package "
         "xmlns:pkg='http://schemas.microsoft.com/office/2006/xmlPackage'>", Format::flat_opc},
        {"<w:document xmlns:r='x' xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>", Format::word_xml},
        {"<w:document xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'>", Format::word_xml},
        {"<w:wordDocument xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml'>", Format::word_2003_xml},
        {"<!DOCTYPE html>\n<html><body>", Format::html},
        {"\x89PNG\r\n", Format::image},
        {"<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"/>", Format::odt},
        {"Rar!\x1A\x07\x01", Format::archive},
        {"7z\xBC\xAF\x27\x1C", Format::archive},
        {"PK\3\4 broken", Format::zip},
        {"plain words", Format::unknown},
        {"", Format::unknown},
    };
    for (const auto& c : cases) EXPECT_EQ(detect(c.bytes), c.format) << c.bytes;
}

TEST(Format, IsToldBehindWhatMayComeFirst) {
    const std::string root = "<dossier xmlns='urn:irikteu:dossier:1'/>";
    EXPECT_EQ(detect("<?xml version='1.0'?><!DOCTYPE dossier [<!ENTITY a \"<x>\">\n<!ENTITY b 'y'>] >" + root), Format::xml_dossier);
    EXPECT_EQ(detect("<!DOCTYPE dossier SYSTEM 'x.dtd'>" + root), Format::xml_dossier);
    EXPECT_EQ(detect(std::string(100'000, '\n') + root), Format::xml_dossier);
    EXPECT_EQ(detect("<!--" + std::string(100'000, 'x') + "-->" + root), Format::xml_dossier);
    EXPECT_EQ(detect("<!DOCTYPE dossier [" + root), Format::unknown);
}

TEST(Format, SeesThroughUtf16) {
    std::string bytes = "\xFF\xFE";
    for (const char c : std::string("<?xml version='1.0' encoding='UTF-16'?><dossier xmlns='urn:irikteu:dossier:1'/>")) {
        bytes += c;
        bytes += '\0';
    }
    EXPECT_EQ(detect(bytes), Format::xml_dossier);
}

TEST(Format, NamesTheKindAndTheCureOfWhatIsRefused) {
    for (const Format format : {Format::pdf, Format::odt, Format::rtf, Format::doc, Format::pages, Format::unknown}) {
        EXPECT_FALSE(is_readable(format));
        EXPECT_NE(advice(format).find(".docx"), std::string_view::npos);
    }
}

}  // namespace irikteu::readers
