// Every value of the data that a document speaks of is found again in its text.

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "fo_text.hpp"
#include "sample.hpp"

namespace irikteu::compose {

namespace {

/// Letters only: what a line break or a no-break space can't change.
std::string squeezed(std::string_view text) {
    std::string result = testing::plain(text);
    std::erase(result, ' ');
    return result;
}

class Values {
  public:
    explicit Values(const std::string& sample)
        : data_(testing::data_of(sample)), text_(squeezed(testing::text_of(testing::composed(sample)))) {}

    xml::Node root() const { return data_.root(); }
    void expect(std::string_view value) const {
        if (value.empty()) return;
        EXPECT_NE(text_.find(squeezed(value)), std::string::npos) << value;
    }
    /// The text of every element below `node` that holds text only.
    void expect_texts(xml::Node node) const {
        if (!node) return;
        bool leaf = true;
        for (const xml::Node child : node.elements()) {
            leaf = false;
            expect_texts(child);
        }
        if (leaf) expect(node.text());
    }

  private:
    xml::Document data_;
    std::string text_;
};

void expect_organiser(const Values& values, xml::Node competition) {
    values.expect_texts(competition.first_element("organiser"));
}

/// A message as it stands in a list: without the brackets that name an appendix at its end, and without its full stop.
std::string listed(std::string message) {
    for (const char* appendix : {"1", "2", "3"}) {
        const std::size_t bracket = message.find(" (" + std::string(appendix) + "-қосымша");
        if (bracket != std::string::npos) message.erase(bracket);
    }
    if (!message.empty() && message.back() == '.') message.pop_back();
    return message;
}

/// What a finding or an unchecked entry says in Kazakh, and its place.
void expect_finding(const Values& values, xml::Node finding) {
    for (const xml::Node part : finding.elements()) {
        const auto language = part.attribute("lang", "http://www.w3.org/XML/1998/namespace");
        if (language && *language != "kk") continue;
        values.expect(part.text());
    }
    values.expect(finding.attribute_or("file", ""));
    values.expect(finding.attribute_or("place", ""));
}

void expect_findings(const Values& values, std::string_view severities) {
    const xml::Node report = values.root().first_element("report");
    for (const xml::Node finding : report.elements()) {
        if (finding.name() == "finding" && severities.find(finding.attribute_or("severity", "")) != std::string_view::npos) {
            expect_finding(values, finding);
        }
    }
}

}  // namespace

TEST(Values, OfAnApplicationStandInTheForm) {
    for (const char* sample : {"application-1-full", "application-4-full"}) {
        const Values values(sample);
        const xml::Node dossier = values.root().first_element("dossier");
        const xml::Node application = dossier.first_element("application");
        values.expect(application.child_text("cluster_name"));
        values.expect(application.child_text("applicant_name"));
        values.expect_texts(application.first_element("signatory"));
        values.expect(dossier.first_element("intake").child_text("number"));
        values.expect(dossier.first_element("intake").child_text("received_by"));
    }
    Values("application-1-full").expect("2015 жылғы «5» қазан");
    Values("application-4-full").expect("2016 жылғы «15» қаңтар");
}

TEST(Values, OfALocalConclusionStandInTheForm) {
    const Values values("local-conclusion-3-full");
    const xml::Node conclusion = values.root().first_element("dossier").first_element("local_conclusion");
    for (const char* name : {"number", "cluster_name", "address", "phone", "organ_name"}) {
        values.expect(conclusion.child_text(name));
    }
    values.expect_texts(conclusion.first_element("table"));
    values.expect(conclusion.first_element("signatory").child_text("name"));
    values.expect("2015 жылғы «10» қыркүйек");
    values.expect("Қатысушылардың болуын және аумақтық кластерді ұйымдастырудың орындылығын растайды.");
}

TEST(Values, OfTheCheckStandInTheConclusionOnConformity) {
    for (const char* sample : {"conformity-1-conforming", "conformity-1-long"}) {
        const Values values(sample);
        const xml::Node dossier = values.root().first_element("dossier");
        expect_organiser(values, values.root().first_element("competition"));
        values.expect(values.root().attribute_or("number", ""));
        values.expect(dossier.first_element("application").child_text("cluster_name"));
        values.expect(dossier.first_element("application").child_text("applicant_name"));
        values.expect_texts(dossier.first_element("application").first_element("signatory"));
        values.expect(dossier.first_element("intake").child_text("number"));
        for (const xml::Node document : dossier.first_element("documents").elements()) {
            values.expect(document.attribute_or("file", ""));
            values.expect(document.attribute_or("sha256", ""));
        }
        expect_findings(values, "error warning info undetermined manual");
        const xml::Node report = values.root().first_element("report");
        for (const char* name : {"engine", "rules", "input"}) values.expect(report.attribute_or(name, ""));
    }
}

TEST(Values, OfTheGroundsStandInTheReturnNotice) {
    for (const char* sample : {"return-1-usual", "return-1-long"}) {
        const Values values(sample);
        expect_organiser(values, values.root().first_element("competition"));
        values.expect(values.root().attribute_or("number", ""));
        values.expect_texts(values.root().first_element("dossier").first_element("application"));
        expect_findings(values, "error");
    }
}

TEST(Values, OfALateArrivalStandInItsNotice) {
    const Values values("return-1-late");
    values.expect("2015 жылғы 6 қазан, сағат 09:15");
    values.expect("2015 жылғы 5 қазан, сағат 18:00");
    values.expect("13-тармағына сәйкес");
    values.expect("қабылданбайды және қаралмайды");
}

TEST(Values, OfTheSittingStandInTheProtocol) {
    for (const char* sample : {"protocol-15-usual", "protocol-15-long", "protocol-15-failed"}) {
        const Values values(sample);
        const xml::Node competition = values.root().first_element("competition");
        values.expect(competition.first_element("organiser").child_text("name"));
        values.expect_texts(competition.first_element("protocol"));
        values.expect_texts(competition.first_element("announcement"));
        values.expect_texts(competition.first_element("commission"));
        for (const xml::Node entry : competition.first_element("register").elements()) {
            values.expect(entry.attribute_or("number", ""));
        }
        for (const xml::Node part : values.root().elements()) {
            if (part.name() != "report") continue;
            values.expect_texts(part.first_element("identity"));
            for (const xml::Node finding : part.elements()) values.expect(listed(finding.child_text("message")));
        }
    }
}

}  // namespace irikteu::compose
