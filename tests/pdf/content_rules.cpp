#include <set>

#include "content_stream.hpp"
#include "pdf_file.hpp"

// Rules on content streams: operators, resources, colour, marked content, and what codes of which font are shown.
namespace irikteu::pdf_test {

namespace {

const std::set<std::string> kPaint{"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Tj", "TJ", "'", "\"", "Do"};
const std::set<std::string> kOther{"b", "BT", "c", "cm", "cs", "CS", "d", "d0", "d1", "ET", "g", "G", "h", "i", "j", "J", "l", "m", "M", "MP", "DP", "n", "re", "rg", "RG", "ri", "sc", "SC",
                                   "scn", "SCN", "T*", "Tc", "Td", "TD", "TL", "Tm", "Tr", "Ts", "Tw", "Tz", "v", "w", "W", "W*", "y"};

class ContentWalk {
  public:
    ContentWalk(const PdfFile& file, const Json& resources, std::string where, ContentFacts& facts, Faults& faults)
        : file_(file), resources_(resources), where_(std::move(where)), facts_(facts), faults_(faults) {}

    /// `page`: its reference; empty for an appearance, whose content belongs to its annotation.
    void walk(const std::string& content, const std::string& page) {
        page_ = page;
        const auto all = operations(content);
        if (!all) {
            faults_.add("6.2.2", where_ + ": content can't be read");
            return;
        }
        for (const auto& operation : *all) step(operation);
        faults_.require(stack_.empty(), "UA 7.1", where_ + ": marked content is not ended");
        faults_.require(depth_ == 0, "6.1.13", where_ + ": q and Q do not balance");
        faults_.require(!in_text_, "6.2.2", where_ + ": a text object is not ended");
    }

  private:
    struct Mark {
        bool artifact = false, tagged = false, actual_text = false;
        bool in_text = false;
    };

    bool inside(bool Mark::*what) const {
        for (const auto& mark : stack_) {
            if (mark.*what) return true;
        }
        return false;
    }

    void step(const Operation& op) {
        const auto& name = op.name;
        if (name == "q") {
            faults_.require(++depth_ <= 28, "6.1.13", where_ + ": q nested too deep");
        } else if (name == "Q") {
            --depth_;
        } else if (name == "BMC" || name == "BDC") {
            begin(op);
        } else if (name == "EMC") {
            faults_.require(!stack_.empty() && stack_.back().in_text == in_text_, "UA 7.1", where_ + ": marked content and text objects cross");
            if (!stack_.empty()) stack_.pop_back();
        } else if (name == "Tf") {
            select_font(op);
        } else if (name == "gs") {
            faults_.add("6.2.5", where_ + ": a graphics state dictionary, which the tests do not know");
        } else if (name == "k" || name == "K") {
            faults_.add("6.2.4.3", where_ + ": CMYK colour");
        } else if (kPaint.count(name) == 0 && kOther.count(name) == 0) {
            faults_.add("6.2.2", where_ + ": the operator " + name);
        }
        if (name == "BT" || name == "ET") in_text_ = name == "BT";
        if (kPaint.count(name) > 0) paint(op);
    }

    void begin(const Operation& op) {
        Mark mark;
        mark.in_text = in_text_;
        if (op.operands.empty() || op.operands[0].kind != Operand::Kind::name) {
            faults_.add("6.2.2", where_ + ": marked content without a tag");
            stack_.push_back(mark);
            return;
        }
        const auto& tag = op.operands[0].text;
        mark.artifact = tag == "Artifact";
        if (op.operands.size() > 1) {
            const auto& properties = op.operands[1];
            faults_.require(properties.kind == Operand::Kind::dictionary, "6.2.2", where_ + ": properties by name, which the tests do not know");
            mark.actual_text = properties.get("ActualText") != nullptr;
            if (const auto* id = properties.get("MCID")) {
                mark.tagged = true;
                const auto key = std::make_pair(page_, static_cast<int>(id->number));
                faults_.require(facts_.marked.emplace(key, tag).second, "UA 7.1", where_ + ": MCID " + id->text + " twice");
            }
        }
        faults_.require(!mark.artifact || !inside(&Mark::tagged), "UA 7.1", where_ + ": an artifact inside tagged content");
        faults_.require(!mark.tagged || !inside(&Mark::artifact), "UA 7.1", where_ + ": tagged content inside an artifact");
        faults_.require(!mark.tagged || !inside(&Mark::tagged), "UA 7.1", where_ + ": tagged content inside tagged content");
        stack_.push_back(mark);
    }

    void select_font(const Operation& op) {
        font_.clear();
        if (op.operands.size() != 2) return faults_.add("6.2.2", where_ + ": Tf");
        const auto& fonts = file_.get(resources_, "/Font");
        const auto found = fonts.is_object() ? fonts.find("/" + op.operands[0].text) : fonts.end();
        if (!fonts.is_object() || found == fonts.end()) return faults_.add("6.2.2", where_ + ": the font " + op.operands[0].text + " is not in the resources");
        font_ = found->get<std::string>();
    }

    void paint(const Operation& op) {
        if (!page_.empty()) {
            faults_.require(inside(&Mark::artifact) || inside(&Mark::tagged), "UA 7.1", where_ + ": " + op.name + " is neither tagged nor an artifact");
        }
        const bool text = op.name == "Tj" || op.name == "TJ" || op.name == "'" || op.name == "\"";
        faults_.require(!text || in_text_, "6.2.2", where_ + ": text outside a text object");
        if (text) {
            faults_.require(!font_.empty(), "6.2.2", where_ + ": text without a font");
            for (const auto& operand : op.operands) show(operand);
        }
        if (op.name == "Do") show_object(op);
    }

    void show(const Operand& operand) {
        for (const auto& item : operand.items) show(item);
        if (operand.kind != Operand::Kind::string) return;
        faults_.require(operand.text.size() <= 32767, "6.1.13", where_ + ": a string is longer than 32767 bytes");
        faults_.require(operand.text.size() % 2 == 0, "6.2.11.3", where_ + ": half a code");
        auto& codes = facts_.codes_of_font[font_];
        for (std::size_t i = 0; i + 1 < operand.text.size(); i += 2) {
            const unsigned code = static_cast<unsigned char>(operand.text[i]) << 8 | static_cast<unsigned char>(operand.text[i + 1]);
            const bool replaced = inside(&Mark::actual_text);
            const auto [place, fresh] = codes.try_emplace(code, replaced);
            if (!fresh) place->second = place->second && replaced;
        }
    }

    void show_object(const Operation& op) {
        const auto& objects = file_.get(resources_, "/XObject");
        const auto key = op.operands.empty() ? std::string() : "/" + op.operands[0].text;
        if (!objects.is_object() || !objects.contains(key)) return faults_.add("6.2.2", where_ + ": the XObject " + key + " is not in the resources");
        if (is_name(file_.get(objects[key], "/Subtype"), "/Form")) {
            faults_.require(++facts_.forms_used[objects[key].get<std::string>()] == 1, "UA 7.20", where_ + ": a form shown twice");
        }
    }

    const PdfFile& file_;
    const Json& resources_;
    std::string where_;
    ContentFacts& facts_;
    Faults& faults_;
    std::string page_, font_;
    std::vector<Mark> stack_;
    int depth_ = 0;
    bool in_text_ = false;
};

}  // namespace

ContentFacts check_contents(const PdfFile& file, Faults& faults) {
    ContentFacts facts;
    for (const auto& reference : file.pages()) {
        const auto& page = file.resolve(Json(reference));
        std::string content;
        const auto& contents = page.value("/Contents", Json());
        const auto add = [&](const Json& stream) {
            const auto data = file.data(stream);
            faults.require(data.has_value(), "6.2.2", "page " + reference + ": content can't be decoded");
            content += data.value_or("") + "\n";
        };
        if (file.is_stream(contents)) {
            add(contents);
        } else {
            for (const auto& part : file.resolve(contents)) add(part);
        }
        ContentWalk(file, file.get(page, "/Resources"), "page " + reference, facts, faults).walk(content, reference);
    }
    for (const auto& [reference, value] : file.objects()) {
        if (!file.is_stream(Json(reference)) || !is_name(file.get(value, "/Subtype"), "/Form")) continue;
        const auto data = file.data(Json(reference));
        faults.require(data.has_value(), "6.2.2", "form " + reference + " can't be decoded");
        ContentWalk(file, file.get(value, "/Resources"), "form " + reference, facts, faults).walk(data.value_or(""), "");
    }
    return facts;
}

}  // namespace irikteu::pdf_test
