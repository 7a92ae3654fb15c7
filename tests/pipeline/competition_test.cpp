#include "pipeline/competition.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.hpp"
#include "pipeline/engine.hpp"
#include "support/folders.hpp"

namespace irikteu::pipeline {
namespace {

using testing::HasSubstr;

const std::string source = support::source_path();

const xml::Schema& schema() {
    static const xml::Schema instance = xml::Schema::load(base::RealDisk(), source + "/templates/schema/competition.xsd");
    return instance;
}

const std::string& sample() {
    static const std::string text = base::RealDisk().read(source + "/samples/kz-535-2015/competition-1/competition.xml", 1u << 20);
    return text;
}

std::string edited(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

Competition load(const std::string& text) {
    base::MemoryDisk disk;
    disk.write("c/competition.xml", text);
    return Competition::load(disk, "c", schema());
}

/// What is said against it; empty where nothing is. The file and a line have to be named.
std::string refusal(const std::string& text) {
    try {
        load(text);
        return {};
    } catch (const base::Error& error) {
        EXPECT_EQ(error.where().file, "c/competition.xml");
        EXPECT_GT(error.where().line, 0) << error.what();
        EXPECT_EQ(error.code(), base::ErrorCode::invalid);
        return error.message();
    }
}

TEST(Competition, that_is_possible_is_taken) { EXPECT_EQ(refusal(sample()), ""); }

TEST(Competition, whose_dates_or_numbers_cannot_be_is_refused_with_its_place) {
    struct Case {
        const char *from, *to, *says;
    };
    const Case cases[] = {
        {"protocol date=\"2015-10-09\"", "protocol date=\"2015-10-04\"", "before acceptance closed"},
        {"announcement date=\"2015-08-03\"", "announcement date=\"2015-10-06\"", "after acceptance closed"},
        {"acceptance from=\"2015-08-03\"", "acceptance from=\"2015-10-06\"", "after it closes"},
        {"received=\"2015-09-18T11:25:00+06:00\"", "received=\"2015-08-02T11:25:00+06:00\"", "before acceptance opened"},
        {"received=\"2015-09-18T11:25:00+06:00\"", "received=\"2015-09-18T11:25:00\"", "offset from UTC"},
        {"number=\"КІ-002\"", "number=\"КІ-001\"", "КІ-001 stands twice"},
        {"number=\"КІ-002\"", "number=\" \"", "has no registration number"},
        {"dossier=\"04-atyrau-petrochem.xml\"", "dossier=\"03-kostanay-grain.zip\"", "twice"},
        {"dossier=\"04-atyrau-petrochem.xml\"", "dossier=\"\"", "names no dossier"},
        {"<member role=\"chair\">", "<member role=\"member\">", "no chair"},
        {"<member role=\"deputy\">", "<member role=\"chair\">", "two chairs"},
        {"<signatory>\n      <name>Ғабдуллин Әділет Қасымұлы<", "<signatory>\n      <name>12345<", "no letters: \"12345\""},
        {"<member role=\"chair\">\n      <name>Ғабдуллин Әділет Қасымұлы<", "<member role=\"chair\">\n      <name> – 7 <", "no letters: \"– 7\""},
        {"<member role=\"chair\">\n      <name>", "<member role=\"chair\">\n      <name ru=\"5\">", "no letters: \"5\""},
        {"protocol date=\"2015-10-09\"", "protocol date=\"2015-10-09Z\"", "without a time zone"},
        {"clock=\"2015-10-09T10:00:00+06:00\"", "clock=\"2015-10-09T10:00:00\"", "offset from UTC"},
        {"</register>", "</register><settings><setting name=\"a\" value=\"\"/></settings>", "has no value"},
        {"</register>", "</register><settings><setting name=\"a\" value=\"1\"/><setting name=\"a\" value=\"2\"/></settings>", "stands twice"},
    };
    for (const Case& each : cases) EXPECT_THAT(refusal(edited(sample(), each.from, each.to)), HasSubstr(each.says)) << each.to;
    std::string led_by_nobody = edited(sample(), "<member role=\"chair\">", "<member role=\"chair\" present=\"false\">");
    EXPECT_EQ(refusal(led_by_nobody), "");
    EXPECT_THAT(refusal(edited(led_by_nobody, "<member role=\"deputy\">", "<member role=\"deputy\" present=\"0\">")), HasSubstr("nobody leads"));
}

TEST(Competition, states_the_events_of_the_act) {
    const act::Act act = act::Act::load(base::RealDisk(), source + "/templates", "kz-535-2015");
    const auto events = load(edited(sample(), "</register>", "</register><events><event id=\"commission-sitting\" date=\"2015-12-10\"/></events>")).events(act);
    std::vector<std::string> found;
    for (const act::Event& event : events) found.push_back(event.id + ' ' + event.day.iso());
    EXPECT_THAT(found, testing::ElementsAre("announced 2015-08-03", "acceptance-closed 2015-10-05", "verified 2015-10-09", "commission-sitting 2015-12-10"));
    const Competition unknown = load(edited(sample(), "</register>", "</register>\n<events><event id=\"party\" date=\"2015-12-10\"/></events>"));
    EXPECT_THROW(unknown.events(act), base::Error);
}

TEST(Engine, reads_the_act_as_the_competition_says) {
    EngineOptions options;
    options.templates_folder = source + "/templates";
    const base::RealDisk disk;
    Engine engine(disk, options);
    engine.read_act_for(load(edited(sample(), "</register>", "</register><settings><setting name=\"clause-25.day-kind\" value=\"working-day\"/></settings>")));
    EXPECT_EQ(engine.act().setting("clause-25.day-kind"), "working-day");
    for (const char* setting : {"<setting name=\"no.such\" value=\"1\"/>", "<setting name=\"clause-25.day-kind\" value=\"banking-day\"/>"}) {
        try {
            Engine(disk, options).read_act_for(load(edited(sample(), "</register>", "</register>\n<settings>\n" + std::string(setting) + "</settings>")));
            FAIL() << setting;
        } catch (const base::Error& error) {
            EXPECT_EQ(error.where().file, "c/competition.xml");
            EXPECT_GT(error.where().line, 0);
        }
    }
}

}  // namespace
}  // namespace irikteu::pipeline
