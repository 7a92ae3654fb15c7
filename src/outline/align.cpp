#include "outline/align.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/once.hpp"
#include "kazakh/distance.hpp"
#include "kazakh/letters.hpp"
#include "outline/application.hpp"
#include "outline/companies.hpp"
#include "outline/inventory.hpp"
#include "outline/local_conclusion.hpp"
#include "outline/printed_headings.hpp"
#include "outline/recognise.hpp"
#include "outline/road_map.hpp"
#include "outline/several_papers.hpp"
#include "outline/source.hpp"
#include "outline/structure.hpp"
#include "outline/typed_form.hpp"
#include "outline/untitled.hpp"

namespace irikteu::outline {

/// A structure that an appendix prescribes, made when the first paper of it comes.
struct Structure {
    base::Once once;
    Prescribed prescribed;
    std::optional<Comparison> comparison;
};

struct Outline::State {
    explicit State(const act::Act& its_act) : act(its_act), wording(its_act) {
        for (xml::Node appendix : act.document().root().first_element("appendices").elements())
            if (appendix.attribute_or("nature", "") == "structure") structures[std::string(appendix.attribute_or("id", ""))];
    }
    /// `appendix`: one whose nature is structure.
    const Structure& structure(xml::Node appendix) {
        Structure& result = structures.find(appendix.attribute_or("id", ""))->second;
        result.once.call([&] {
            result.prescribed = Prescribed::of(appendix);
            result.comparison.emplace(result.prescribed, wording.senses, wording.generic);
        });
        return result;
    }

    const act::Act& act;
    const Wording wording;
    std::map<std::string, Structure, std::less<>> structures;  ///< By the appendix's id.
};

namespace {

template <class State>
class Aligner {
  public:
    Aligner(xml::Node dossier, State& state) : dossier_(dossier), state_(state), act_(state.act), wording_(state.wording) {}

    void sort_documents(std::string_view forced) {
        const xml::Node documents = dossier_.first_element("documents");
        if (!documents) return;
        if (forced.empty()) {
            for (xml::Node document : documents.elements()) {
                if (document.name() == "document" && document.first_element("text")) part_papers(document, act_, wording_);
            }
        }
        std::vector<xml::Node> unnamed;
        for (xml::Node document : documents.elements()) {
            xml::Node text = document.first_element("text");
            if (document.name() != "document" || !text) continue;
            const std::string kind = forced.empty() ? recognise(text, act_, wording_) : std::string(forced);
            document.set_attribute("kind", kind);
            if (!text.attribute("file")) text.set_attribute("file", document.attribute_or("file", ""));
            if (kind == "attachment") unnamed.push_back(document);
            else if (!dossier_.first_element(kind)) take(kind, document, text);
        }
        // What a file's name calls a part that is nowhere else may be that part, though nothing in it says so: nobody may call it missing.
        for (xml::Node document : unnamed) {
            const std::string said = kind_of_entry(stem_of(std::string(document.attribute_or("file", ""))), act_);
            if (said != "attachment" && !dossier_.first_element(said)) document.set_attribute("kind", "unknown");
            else attach(document, document.first_element("text"));
        }
    }

    void complete_forms() {
        for (xml::Node part : dossier_.elements()) {
            if (part.name() == "application" || part.name() == "local_conclusion") complete_typed_form(part, act_, dossier_.attribute_or("stage", "1"));
            if (part.name() == "road_map") part_volumes(part);
        }
    }

    void outline_papers() {
        for (xml::Node appendix : act_.document().root().first_element("appendices").elements()) {
            if (appendix.attribute_or("nature", "") != "structure") continue;
            xml::Node paper = dossier_.first_element(appendix.attribute_or("part", ""));
            if (!paper) continue;
            put_printed_headings(paper, appendix);
            if (xml::Node text = paper.first_element("text")) add_companies(text, act_.entry("sheet", "7.sheet"), wording_);
            const auto& structure = state_.structure(appendix);
            write_outline(paper, structure.prescribed, *structure.comparison, wording_);
        }
    }

  private:
    void take(const std::string& kind, xml::Node document, xml::Node text) {
        if (kind == "application") {
            read_application(dossier_, text, form_of(text), act_, wording_);
        } else if (kind == "local_conclusion") {
            read_local_conclusion(dossier_, text, act_.appendix("3"), act_, wording_);
        } else if (kind == "inventory") {
            read_inventory(dossier_, text, act_, wording_);
        } else {
            take_paper(kind, document, text);
        }
        text.remove();
    }

    /// Appendix 1 or 4: the one of whose captions and printed texts the form has more; where that does not tell, the one
    /// whose title the form's own is nearer to, and at last that of the dossier's stage.
    xml::Node form_of(xml::Node text) const {
        xml::Node best;
        int most = -1;
        for (xml::Node appendix : act_.document().root().first_element("appendices").elements()) {
            if (appendix.attribute_or("part", "") != "application") continue;
            const int score = 1000 * form_traces(text, appendix, wording_) + 10 * traces_of_form(FormReader(text, wording_), appendix) + likeness_of_title(text, appendix) +
                              (appendix.attribute_or("stage", "") == dossier_.attribute_or("stage", "1") ? 1 : 0);
            if (score > most) most = score, best = appendix;
        }
        return best;
    }

    /// Hundredths of the letters that the form's title has in common with the appendix's one.
    int likeness_of_title(xml::Node text, xml::Node appendix) const {
        const auto title = kazakh::to_code_points(kazakh::matching_key(appendix.child_text("title")).folded);
        int most = 0;
        for (const Block& block : blocks_of(text, wording_)) {
            if (block.key.folded.size() > 400 || kind_by_title(block.text, act_) != "application") continue;
            const auto line = kazakh::to_code_points(block.key.folded);
            const int length = static_cast<int>(std::max(title.size(), line.size()));
            most = std::max(most, 100 - 100 * kazakh::bounded_distance(title, line, length) / std::max(length, 1));
        }
        return most;
    }

    void take_paper(const std::string& kind, xml::Node document, xml::Node text) {
        xml::Node paper = dossier_.append(kind);
        paper.set_attribute("file", document.attribute_or("file", ""));
        if (const xml::Node volume = document.first_element("volume"); volume && kind != "road_map" && kind != "authorised_conclusion") {
            paper.set_attribute("sheets", volume.attribute_or("sheets", ""));
            paper.set_attribute("volume", "measured");
        }
        if (kind != "authorised_conclusion") write_title(paper, text, kind);
        paper.append_copy(text);
        if (kind == "road_map") add_road_map(paper, act_.appendix("6"), act_, wording_);
    }

    /// The first line that names the kind of paper; together with the lines before it where they are parts of one title.
    void write_title(xml::Node paper, xml::Node text, const std::string& kind) const {
        std::vector<xml::Node> lines;
        std::string joined;
        for (xml::Node node : text.elements()) {
            if (node.name() != "p" && node.name() != "heading") return;
            if (kazakh::matching_key(node.text()).folded.empty()) continue;
            lines.push_back(node);
            if (lines.size() > 12) return;
            if (kind_by_title(node.text(), act_) == kind) {
                copy_source(paper.append_with_text("title", xml::normalize_space(node.text())), node);
                return;
            }
            // A title broken over lines.
            if (lines.size() < 2) continue;
            const std::string two = lines[lines.size() - 2].text() + ' ' + node.text();
            if (kind_by_title(two, act_) == kind) {
                copy_source(paper.append_with_text("title", xml::normalize_space(two)), lines[lines.size() - 2]);
                return;
            }
        }
    }

    /// "folder/2_Concept.docx" as words: "2 Concept".
    static std::string stem_of(std::string file) {
        file.erase(0, file.rfind('/') + 1);
        file.erase(std::min(file.rfind('.'), file.size()));
        std::replace(file.begin(), file.end(), '_', ' ');
        return file;
    }

    void attach(xml::Node document, xml::Node text) {
        xml::Node attachments = dossier_.first_element("attachments");
        if (!attachments) attachments = dossier_.append("attachments");
        std::string title(document.attribute_or("file", ""));
        for (xml::Node node : text.elements()) {
            const std::string line = xml::normalize_space(node.text());
            if (line.empty() || node.name() == "table") continue;
            if (visible_characters(line) <= 200) title = line;
            break;
        }
        attachments.append_with_text("attachment", title).set_attribute("file", document.attribute_or("file", ""));
    }

    xml::Node dossier_;
    State& state_;
    const act::Act& act_;
    const Wording& wording_;
};

}  // namespace

Outline::Outline(const act::Act& act) : state_(std::make_unique<State>(act)) {}
Outline::~Outline() = default;

void align(xml::Document& dossier, const act::Act& act, std::string_view kind) { Outline(act).align(dossier, kind); }

void Outline::align(xml::Document& dossier, std::string_view kind) const {
    const xml::Node root = dossier.root();
    if (!root.is_element("dossier", "urn:irikteu:dossier:1")) {
        throw base::Error(base::ErrorCode::invalid, "the root element is no dossier",
                          {.file = dossier.source(), .line = root.line(), .column = 0, .place = {}});
    }
    Aligner aligner(root, *state_);
    aligner.sort_documents(kind);
    aligner.complete_forms();
    aligner.outline_papers();
}

}  // namespace irikteu::outline
