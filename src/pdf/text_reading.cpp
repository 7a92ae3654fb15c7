#include "pdf/text_reading.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>

#include "base/error.hpp"
#include "pdf/qpdf_reading.hpp"
#include "pdf/text_place.hpp"
#include "pdf/to_unicode.hpp"

namespace irikteu::pdf {

using base::Error;
using base::ErrorCode;

namespace {

constexpr int kDeepest = 200;
constexpr std::size_t kMostMap = 16u << 20, kMostAttached = 256u << 20;  ///< Bytes of a font's /ToUnicode, of an embedded file.

[[noreturn]] void malformed(const std::string& what) { throw Error(ErrorCode::malformed, "the PDF's text can't be taken out: " + what); }

/// What a font's codes say and how wide they are.
struct ReadFont {
    UnicodeMap texts;
    CodeWidths widths;
};
using Fonts = std::map<QPDFObjGen, ReadFont>;

/// The text of each marked-content number of a page, and what stands outside of any.
struct PageText {
    std::vector<std::optional<std::string>> marked;
    std::string artifacts;
    std::vector<std::string> off_page;
};

/// Walks one page's content.
class ContentText final : public QPDFObjectHandle::ParserCallbacks {
  public:
    ContentText(QPDFObjectHandle page, Fonts& fonts, PageText& out)
        : fonts_of_page_(get(page.getKey("/Resources"), "/Font")), fonts_(fonts), out_(out), pen_(QPDFPageObjectHelper(page).getCropBox()) {}

    void handleObject(QPDFObjectHandle object) override {
        if (!object.isOperator()) {
            operands_.push_back(object);
            return;
        }
        const auto name = object.getOperatorValue();
        pen_.follow(name, operands_);
        if (name == "Tf") {
            select_font();
        } else if (name == "Tj" || name == "'" || name == "\"") {
            if (name != "Tj") pen_.next_line();
            if (!operands_.empty()) show(operands_.back());
        } else if (name == "TJ") {
            if (!operands_.empty() && operands_.back().isArray()) {
                for (QPDFObjectHandle part : operands_.back().getArrayAsVector()) {
                    if (part.isNumber()) pen_.step_back(part.getNumericValue());
                    show(part);
                }
            }
        } else if (name == "BDC" || name == "BMC") {
            begin();
        } else if (name == "EMC") {
            if (marks_.empty()) malformed("marked content ends that never began");
            say_replacement();  // Nothing was shown for it.
            if (!marks_.back().replaced) piece_open_ = false;
            marks_.pop_back();
        }
        operands_.clear();
    }

    void handleEOF() override {
        if (!marks_.empty()) malformed("marked content does not end");
    }

  private:
    struct Mark {
        bool marked = false;
        std::size_t id = 0;
        bool replaced = false;  ///< /ActualText says what is shown.
    };

    void begin() {
        Mark mark = marks_.empty() ? Mark() : marks_.back();
        QPDFObjectHandle properties = operands_.size() > 1 ? operands_.back() : QPDFObjectHandle::newNull();
        if (QPDFObjectHandle id = get(properties, "/MCID"); id.isInteger()) {
            if (id.getIntValue() < 0 || id.getIntValue() > 1'000'000) malformed("a marked-content number out of range");
            mark.marked = true;
            mark.id = static_cast<std::size_t>(id.getIntValue());
            if (out_.marked.size() <= mark.id) out_.marked.resize(mark.id + 1);
            if (!out_.marked[mark.id]) out_.marked[mark.id].emplace();
        }
        if (QPDFObjectHandle text = get(properties, "/ActualText"); text.isString() && !mark.replaced) {
            replacement_ = text.getUTF8Value();
            mark.replaced = true;
        }
        marks_.push_back(mark);
    }

    std::string& place(const Mark& mark, bool seen) {
        if (seen) {
            piece_open_ = false;
            return mark.marked ? *out_.marked[mark.id] : out_.artifacts;
        }
        if (!piece_open_) out_.off_page.emplace_back();
        piece_open_ = true;
        return out_.off_page.back();
    }

    /// Says the /ActualText at hand, once: where what it stands for begins.
    void say_replacement(bool seen = true) {
        if (!replacement_) return;
        place(marks_.back(), seen) += *replacement_;
        replacement_.reset();
    }

    void select_font() {
        font_ = nullptr;
        if (operands_.size() != 2 || !operands_[0].isName()) malformed("a font is not named");
        QPDFObjectHandle font = get(fonts_of_page_, operands_[0].getName().c_str());
        if (!font.isDictionary()) malformed("the font " + operands_[0].getName() + " is not in the resources");
        const auto [entry, fresh] = fonts_.try_emplace(font.getObjGen());
        if (fresh) {
            QPDFObjectHandle map = get(font, "/ToUnicode");
            if (!map.isStream()) malformed("the font " + operands_[0].getName() + " has no /ToUnicode");
            entry->second = {UnicodeMap(stream_data(map, kMostMap)), CodeWidths(font)};
        }
        font_ = &entry->second;
    }

    void show(QPDFObjectHandle string) {
        if (!string.isString()) return;
        const Mark mark = marks_.empty() ? Mark() : marks_.back();
        if (font_ == nullptr) malformed("text is shown without a font");
        const std::string codes = string.getStringValue();
        if (codes.size() % 2 != 0) throw Error(ErrorCode::unsupported, "the PDF has text in codes of one byte");
        for (std::size_t i = 0; i < codes.size(); i += 2) {
            const auto code = static_cast<unsigned>(static_cast<unsigned char>(codes[i]) << 8 | static_cast<unsigned char>(codes[i + 1]));
            const bool seen = pen_.pass(font_->widths.of(code));
            if (mark.replaced) {
                say_replacement(seen);
                continue;
            }
            const std::string* const text = font_->texts.find(code);
            if (text == nullptr) malformed("code " + std::to_string(code) + " has no Unicode");
            place(mark, seen) += *text;
        }
    }

    QPDFObjectHandle fonts_of_page_;
    Fonts& fonts_;
    PageText& out_;
    std::vector<QPDFObjectHandle> operands_;
    std::vector<Mark> marks_;
    const ReadFont* font_ = nullptr;
    TextPen pen_;
    bool piece_open_ = false;  ///< What comes next off the page goes on with the piece before it.
    std::optional<std::string> replacement_;  ///< Of the innermost /ActualText, where it is not said yet.
};

class Reader {
  public:
    explicit Reader(QPDF& pdf) : pdf_(pdf) {}

    ReadText run() {
        Fonts fonts;
        for (QPDFObjectHandle page : pdf_.getAllPages()) {
            numbers_[page.getObjGen()] = pages_.size();
            auto& text = pages_.emplace_back();
            ContentText walk(page, fonts, text);
            page.parsePageContents(&walk);
            std::move(text.off_page.begin(), text.off_page.end(), std::back_inserter(out_.off_page));
            text.off_page.clear();
            if (!text.artifacts.empty()) out_.artifacts.push_back(text.artifacts);
        }
        out_.pages = pages_.size();
        QPDFObjectHandle root = get(pdf_.getRoot(), "/StructTreeRoot");
        if (!root.isDictionary()) malformed("it has no structure");
        QPDFObjectHandle kids = get(root, "/K");
        if (kids.isArray()) {
            for (QPDFObjectHandle kid : kids.getArrayAsVector()) element(kid, 0);
        } else {
            element(kids, 0);
        }
        for (std::size_t page = 0; page < pages_.size(); ++page) {
            for (const auto& text : pages_[page].marked) {
                if (text && !text->empty()) malformed("text of page " + std::to_string(page + 1) + " belongs to no element: " + *text);
            }
        }
        for (const FormField& field : form_fields(pdf_)) out_.fields[field.name] = value_of(field);
        each_embedded_file(pdf_, [this](const std::string& name, QPDFObjectHandle file) { out_.attachments[name] = stream_data(file, kMostAttached); });
        return std::move(out_);
    }

  private:
    static std::string value_of(const FormField& field) {
        QPDFObjectHandle value = field.value;
        if (value.isName()) return value.getName() == "/Off" ? std::string() : value.getName().substr(1);
        return text_of(value);
    }

    void element(QPDFObjectHandle value, int depth) {
        if (!value.isDictionary() || depth > kDeepest) malformed("its structure tree is broken");
        if (value.isIndirect() && !seen_.insert(value.getObjGen()).second) malformed("its structure tree is no tree");
        const auto index = out_.elements.size();
        out_.elements.emplace_back();
        QPDFObjectHandle type = get(value, "/S");
        if (type.isName()) out_.elements[index].type = type.getName().substr(1);
        QPDFObjectHandle page = get(value, "/Pg"), kids = get(value, "/K");
        if (kids.isArray()) {
            for (QPDFObjectHandle kid : kids.getArrayAsVector()) this->kid(index, kid, page, depth);
        } else if (!kids.isNull()) {
            kid(index, kids, page, depth);
        }
    }

    void kid(std::size_t index, QPDFObjectHandle kid, QPDFObjectHandle page, int depth) {
        if (kid.isInteger()) return content(index, page, kid.getIntValue());
        QPDFObjectHandle type = get(kid, "/Type");
        if (type.isName() && type.getName() == "/OBJR") return;
        if (type.isName() && type.getName() == "/MCR") {
            QPDFObjectHandle own = get(kid, "/Pg"), id = get(kid, "/MCID");
            return content(index, own.isNull() ? page : own, id.isInteger() ? id.getIntValue() : -1);
        }
        element(kid, depth + 1);
    }

    void content(std::size_t index, QPDFObjectHandle page, long long id) {
        const auto number = numbers_.find(page.getObjGen());
        if (number == numbers_.end() || id < 0) malformed("its structure names content that is not there");
        auto& marked = pages_[number->second].marked;
        if (static_cast<std::size_t>(id) >= marked.size() || !marked[static_cast<std::size_t>(id)]) return;  // Painted without text, or never.
        auto& place = marked[static_cast<std::size_t>(id)];
        auto& into = out_.elements[index];
        if (into.text.empty()) into.page = static_cast<std::uint32_t>(number->second);
        into.text += *place;
        place.reset();
    }

    QPDF& pdf_;
    ReadText out_;
    std::vector<PageText> pages_;
    std::map<QPDFObjGen, std::size_t> numbers_;
    std::set<QPDFObjGen> seen_;
};

}  // namespace

ReadText read_text(std::string_view bytes) {
    const auto pdf = open_pdf(bytes);
    try {
        return Reader(*pdf).run();
    } catch (const std::runtime_error& error) {
        malformed(error.what());
    } catch (const std::logic_error& error) {
        malformed(error.what());
    }
}

}  // namespace irikteu::pdf
