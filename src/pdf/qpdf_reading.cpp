#include "pdf/qpdf_reading.hpp"

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDFExc.hh>

#include <stdexcept>

#include "base/error.hpp"

namespace irikteu::pdf {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::size_t kMostBytes = 512u << 20;
constexpr std::size_t kMostObjects = 8'000'000;
constexpr std::size_t kMostFields = 100'000;
constexpr std::size_t kMostNames = 10'000;
constexpr int kDeepest = 10, kDeepestNames = 50;

struct Inherited {
    std::string name, type;
    QPDFObjectHandle value = QPDFObjectHandle::newNull();
    int flags = 0;
};

/// Keeps what comes, up to a limit.
class Bounded final : public Pipeline {
  public:
    explicit Bounded(std::size_t most) : Pipeline("bounded", nullptr), most_(most) {}
    void write(unsigned char const* data, std::size_t size) override {
        if (size > most_ - data_.size()) {
            exceeded_ = true;
            throw std::runtime_error("more than it may be");  // qpdf stops inflating.
        }
        data_.append(reinterpret_cast<const char*>(data), size);
    }
    void finish() override {}
    bool exceeded() const { return exceeded_; }
    std::string take() { return std::move(data_); }

  private:
    std::size_t most_;
    std::string data_;
    bool exceeded_ = false;
};

class NameTreeWalk {
  public:
    explicit NameTreeWalk(const std::function<void(const std::string&, QPDFObjectHandle)>& visit) : visit_(visit) {}

    void walk(QPDFObjectHandle node, int depth) {
        if (depth > kDeepestNames || !node.isDictionary()) return;
        if (node.isIndirect() && !seen_.insert(node.getObjGen()).second) return;
        count();
        QPDFObjectHandle names = get(node, "/Names"), kids = get(node, "/Kids");
        for (int i = 0; names.isArray() && i + 1 < names.getArrayNItems(); i += 2) {
            QPDFObjectHandle stream = get(get(names.getArrayItem(i + 1), "/EF"), "/F");
            if (!stream.isStream()) continue;
            count();
            visit_(text_of(names.getArrayItem(i)), stream);
        }
        for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i) walk(kids.getArrayItem(i), depth + 1);
    }

  private:
    void count() {
        if (++count_ > kMostNames) throw Error(ErrorCode::limit_exceeded, "the PDF has too many embedded files");
    }

    const std::function<void(const std::string&, QPDFObjectHandle)>& visit_;
    std::set<QPDFObjGen> seen_;
    std::size_t count_ = 0;
};

class FieldWalk {
  public:
    std::vector<FormField> run(QPDF& pdf) {
        QPDFObjectHandle fields = get(get(pdf.getRoot(), "/AcroForm"), "/Fields");
        if (fields.isArray()) {
            for (QPDFObjectHandle field : fields.getArrayAsVector()) walk(field, {}, 0);
        }
        return std::move(found_);
    }

  private:
    void walk(QPDFObjectHandle field, Inherited inherited, int depth) {
        if (!field.isDictionary() || depth > kDeepest) return;
        if (field.isIndirect() && !seen_.insert(field.getObjGen()).second) return;
        if (found_.size() >= kMostFields) throw Error(ErrorCode::limit_exceeded, "the form has too many fields");
        if (QPDFObjectHandle name = get(field, "/T"); name.isString()) {
            inherited.name += (inherited.name.empty() ? "" : ".") + text_of(name);
        }
        if (QPDFObjectHandle type = get(field, "/FT"); type.isName()) inherited.type = type.getName();
        if (QPDFObjectHandle value = get(field, "/V"); !value.isNull()) inherited.value = value;
        if (QPDFObjectHandle flags = get(field, "/Ff"); flags.isInteger()) inherited.flags = static_cast<int>(flags.getIntValue());
        FormField terminal{field, inherited.name, inherited.type, inherited.value, inherited.flags, {}};
        QPDFObjectHandle kids = get(field, "/Kids");
        bool has_fields = false;
        if (kids.isArray()) {
            for (QPDFObjectHandle kid : kids.getArrayAsVector()) {
                if (get(kid, "/T").isString()) {
                    has_fields = true;
                    walk(kid, inherited, depth + 1);
                } else {
                    terminal.widgets.push_back(kid);
                }
            }
        } else {
            terminal.widgets.push_back(field);
        }
        if (!has_fields) found_.push_back(std::move(terminal));
    }

    std::set<QPDFObjGen> seen_;
    std::vector<FormField> found_;
};

}  // namespace

std::shared_ptr<QPDF> open_pdf(std::string_view bytes) {
    if (bytes.size() > kMostBytes) throw Error(ErrorCode::limit_exceeded, "the PDF is larger than 512 MB");
    auto pdf = QPDF::create();
    pdf->setSuppressWarnings(true);
    try {
        pdf->processMemoryFile("pdf", bytes.data(), bytes.size());
    } catch (const QPDFExc& error) {
        if (error.getErrorCode() == qpdf_e_password) throw Error(ErrorCode::unsupported, "the PDF is encrypted");
        throw Error(ErrorCode::malformed, "not a PDF that can be read: " + error.getMessageDetail());
    } catch (const std::runtime_error& error) {
        // Where libqpdf is linked without its ciphers, it fails at the first use of one.
        if (pdf->getTrailer().isDictionary() && pdf->getTrailer().hasKey("/Encrypt")) throw Error(ErrorCode::unsupported, "the PDF is encrypted");
        throw Error(ErrorCode::malformed, std::string("not a PDF that can be read: ") + error.what());
    }
    if (pdf->isEncrypted()) throw Error(ErrorCode::unsupported, "the PDF is encrypted");
    if (pdf->getXRefTable().size() > kMostObjects) throw Error(ErrorCode::limit_exceeded, "the PDF has too many objects");
    return pdf;
}

std::string stream_data(QPDFObjectHandle stream, std::size_t most) {
    Bounded bounded(most);
    bool read = false;
    try {
        read = stream.pipeStreamData(&bounded, 0, qpdf_dl_generalized, true);
    } catch (const std::exception&) {
        if (!bounded.exceeded()) throw;
    }
    if (bounded.exceeded()) throw Error(ErrorCode::limit_exceeded, "a stream of the PDF holds more than " + std::to_string(most >> 20) + " MB");
    if (!read) throw std::runtime_error("a stream cannot be decoded");
    return bounded.take();
}

void each_embedded_file(QPDF& pdf, const std::function<void(const std::string&, QPDFObjectHandle)>& visit) {
    NameTreeWalk(visit).walk(get(get(pdf.getRoot(), "/Names"), "/EmbeddedFiles"), 0);
}

std::vector<FormField> form_fields(QPDF& pdf) { return FieldWalk().run(pdf); }

std::string text_of(QPDFObjectHandle value) { return value.isString() ? value.getUTF8Value() : std::string(); }

QPDFObjectHandle get(QPDFObjectHandle dictionary, const char* key) {
    if (dictionary.isStream()) dictionary = dictionary.getDict();
    return dictionary.isDictionary() ? dictionary.getKey(key) : QPDFObjectHandle::newNull();
}

bool is_signature(QPDFObjectHandle value) { return value.isDictionary() && get(value, "/Contents").isString() && get(value, "/ByteRange").isArray(); }

}  // namespace irikteu::pdf
