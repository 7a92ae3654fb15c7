#include "pipeline/gathered.hpp"

#include <gtest/gtest.h>

#include "support/folders.hpp"

namespace irikteu::pipeline {
namespace {

TEST(Gathered, GivesBackWhatTheDossiersAndReportsWereAndCountsTheirFindings) {
    const base::RealDisk disk;
    const auto messages = report::Messages::load(disk, support::source_path("/templates/kz-535-2015/messages/kk.xml"), "kk");
    const auto dossier = [](const std::string& name) {
        return xml::Document::parse("<dossier xmlns=\"urn:irikteu:dossier:1\" name=\"" + name + "\"><intake late=\"false\"/><concept>Ә &amp; &lt;\n б&#13;&#9;</concept></dossier>", {});
    };
    const auto report = [](const std::string& name) {
        return xml::Document::parse("<report xmlns=\"urn:irikteu:report:1\" dossier=\"" + name + "\" verdict=\"non-conforming\"><finding severity=\"error\" rule=\"A2-missing\" kind=\"missing\">"
                                    "<message xml:lang=\"kk\">Жоқ</message></finding></report>", {});
    };
    Gathered gathered;
    xml::Document straight = xml::Document::create("document", "urn:irikteu:document:1"), again = xml::Document::create("document", "urn:irikteu:document:1");
    for (const char* name : {"a", "b"}) gathered.add(dossier(name), report(name), messages);
    for (const char* name : {"a", "b"}) straight.root().append_copy(dossier(name).root());
    for (const char* name : {"a", "b"}) straight.root().append_copy(report(name).root());
    gathered.append_to(again.root());
    EXPECT_EQ(again.serialize(), straight.serialize());
    ASSERT_EQ(gathered.hits().hits().size(), 1u);
    EXPECT_EQ(gathered.hits().hits()[0]->dossiers, 2u);
    EXPECT_EQ(std::count(gathered.findings().begin(), gathered.findings().end(), '\n'), 2);
}

}  // namespace
}  // namespace irikteu::pipeline
