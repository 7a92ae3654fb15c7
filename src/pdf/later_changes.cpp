#include "pdf/later_changes.hpp"

#include <algorithm>
#include <map>

#include "pdf/qpdf_reading.hpp"

namespace irikteu::pdf {

namespace {

using XrefTable = std::map<QPDFObjGen, QPDFXRefEntry>;

constexpr int kHidden = 2, kNoView = 32, kLocked = 128;  // Annotation flags (ISO 32000-1, table 165).
constexpr int kReadOnly = 1;                             // Field flag (table 221).

std::string place(QPDFObjGen id) { return "object " + std::to_string(id.getObj()); }

bool same_entry(const QPDFXRefEntry& a, const QPDFXRefEntry& b) {
    if (a.getType() != b.getType()) return false;
    if (a.getType() == 1) return a.getOffset() == b.getOffset();
    return a.getObjStreamNumber() == b.getObjStreamNumber() && a.getObjStreamIndex() == b.getObjStreamIndex();
}

bool same_value(QPDFObjectHandle a, QPDFObjectHandle b) {
    if (a.isStream() != b.isStream()) return false;
    if (!a.isStream()) return a.unparseResolved() == b.unparseResolved();
    if (a.getDict().unparseResolved() != b.getDict().unparseResolved()) return false;
    const auto x = a.getRawStreamData(), y = b.getRawStreamData();
    return x->getSize() == y->getSize() && std::equal(x->getBuffer(), x->getBuffer() + x->getSize(), y->getBuffer());
}

/// Keys whose values are spelt differently in two dictionaries; references count as spelt.
std::set<std::string> differing_keys(QPDFObjectHandle a, QPDFObjectHandle b) {
    std::set<std::string> keys = a.getKeys(), differing;
    for (const std::string& key : b.getKeys()) keys.insert(key);
    for (const std::string& key : keys) {
        if (a.getKey(key).unparse() != b.getKey(key).unparse()) differing.insert(key);
    }
    return differing;
}

/// The references among an object's direct parts.
void collect_references(QPDFObjectHandle value, bool top, std::set<QPDFObjGen>& into) {
    if (!top && value.isIndirect()) {
        into.insert(value.getObjGen());
    } else if (value.isStream()) {
        collect_references(value.getDict(), true, into);
    } else if (value.isDictionary()) {
        for (const std::string& key : value.getKeys()) collect_references(value.getKey(key), false, into);
    } else if (value.isArray()) {
        for (int i = 0; i < value.getArrayNItems(); ++i) collect_references(value.getArrayItem(i), false, into);
    }
}

bool invisible(QPDFObjectHandle widget) {
    QPDFObjectHandle flags = get(widget, "/F");
    if (flags.isInteger() && (flags.getIntValue() & (kHidden | kNoView)) != 0) return true;
    QPDFObjectHandle rectangle = get(widget, "/Rect");
    if (!rectangle.isRectangle()) return false;
    const auto area = rectangle.getArrayAsRectangle();
    return area.llx == area.urx || area.lly == area.ury;
}

/// Whether a new signature field holds nothing but what such a field needs: an action (/A, /AA) would run when a page is opened.
bool does_nothing(QPDFObjectHandle field) {
    static const std::set<std::string> kNeeded{"/Type", "/Subtype", "/FT", "/T",  "/TU", "/TM",   "/V",  "/Ff",           "/F",     "/Rect", "/P",
                                               "/AP",   "/M",       "/NM", "/MK", "/DA", "/Lock", "/SV", "/StructParent", "/Parent", "/Kids", "/Border"};
    const auto keys = field.getKeys();
    return std::includes(kNeeded.begin(), kNeeded.end(), keys.begin(), keys.end());
}

/// Two revisions side by side.
class Comparison {
  public:
    Comparison(QPDF& before, QPDF& after, std::int64_t before_size, int permission)
        : before_(before), after_(after), old_(before.getXRefTable()), new_(after.getXRefTable()), before_size_(before_size), permission_(permission) {}

    LaterChanges run() {
        compare_trailers();
        find_touched();
        compare_catalogs();
        compare_fields();
        compare_pages();
        for (const QPDFObjGen& id : touched_) compare_rest(id);
        refuse_dangling();
        return std::move(changes_);
    }

  private:
    void forbid(const std::string& what) { changes_.forbidden.push_back(what); }

    bool touched(QPDFObjectHandle object) const { return object.isIndirect() && touched_.contains(object.getObjGen()); }
    void done(QPDFObjectHandle object) {
        if (object.isIndirect()) judged_.insert(object.getObjGen());
    }

    void compare_trailers() {
        for (const char* key : {"/Root", "/Info", "/Encrypt"}) {
            if (before_.getTrailer().getKey(key).unparse() != after_.getTrailer().getKey(key).unparse()) forbid(std::string("trailer: ") + key);
        }
    }

    /// Objects of the signed revision that the file now has elsewhere, and those that it has no more.
    void find_touched() {
        for (const auto& [id, entry] : old_) {
            const auto now = new_.find(id);
            if (now == new_.end()) {
                forbid(place(id) + " removed");
            } else if (!same_entry(entry, now->second) || (entry.getType() == 1 && entry.getOffset() >= before_size_)) {
                touched_.insert(id);
            }
        }
        // What stands in an object stream changes with it.
        for (const auto& [id, entry] : old_) {
            if (entry.getType() == 2 && touched_.contains(QPDFObjGen(entry.getObjStreamNumber(), 0))) touched_.insert(id);
        }
    }

    void compare_catalogs() {
        QPDFObjectHandle a = before_.getRoot(), b = after_.getRoot();
        for (const std::string& key : differing_keys(a, b)) {
            if (key == "/DSS") {
                changes_.validation_data = true;
            } else if (key != "/AcroForm" && key != "/Extensions") {
                forbid("catalog: " + key);
            }
        }
        done(a);
        compare_validation_data(get(a, "/DSS"));
        compare_forms(get(a, "/AcroForm"), get(b, "/AcroForm"));
    }

    /// The DSS may be put together anew: its dictionary, its lists, its VRI.
    void compare_validation_data(QPDFObjectHandle a) {
        if (!a.isDictionary()) return;
        for (QPDFObjectHandle part : {a, get(a, "/Certs"), get(a, "/CRLs"), get(a, "/OCSPs"), get(a, "/VRI")}) {
            if (!touched(part)) continue;
            changes_.validation_data = true;
            done(part);
        }
    }

    void compare_forms(QPDFObjectHandle a, QPDFObjectHandle b) {
        if (!a.isDictionary() || !b.isDictionary()) {
            if (a.unparse() != b.unparse()) forbid("form");
            return;
        }
        for (const std::string& key : differing_keys(a, b)) {
            if (key != "/Fields" && key != "/SigFlags") forbid("form: " + key);
        }
        done(a);
        done(get(a, "/Fields"));
    }

    void compare_fields() {
        using Key = std::pair<std::string, QPDFObjGen>;
        std::map<Key, FormField> earlier;
        for (FormField& field : form_fields(before_)) {
            const Key key{field.name, field.field.getObjGen()};
            earlier.emplace(key, std::move(field));
        }
        for (FormField& field : form_fields(after_)) {
            const auto found = earlier.find({field.name, field.field.getObjGen()});
            if (found == earlier.end()) {
                judge_new_field(field);
                continue;
            }
            judge_field(found->second, field);
            earlier.erase(found);
        }
        for (const auto& [key, field] : earlier) forbid("field " + key.first + " removed");
    }

    void judge_new_field(FormField& field) {
        const bool harmless = field.type == "/Sig" && std::all_of(field.widgets.begin(), field.widgets.end(), invisible) && does_nothing(field.field) &&
                              std::all_of(field.widgets.begin(), field.widgets.end(), does_nothing);
        if (!harmless || !may_sign(field.value)) return forbid("field " + field.name + " added");
        changes_.signatures = true;
        for (QPDFObjectHandle widget : field.widgets) new_widgets_.insert(widget.getObjGen());
    }

    /// Certification level 1 leaves room for document time stamps only.
    bool may_sign(QPDFObjectHandle value) const { return permission_ >= 2 || get(value, "/Type").isNameAndEquals("/DocTimeStamp"); }

    void judge_field(FormField& a, FormField& b) {
        if (a.type != b.type || a.widgets.size() != b.widgets.size()) return forbid("field " + a.name + " replaced");
        std::vector<std::pair<QPDFObjectHandle, QPDFObjectHandle>> parts{{a.field, b.field}};
        for (std::size_t i = 0; i < a.widgets.size(); ++i) {
            if (a.widgets[i].getObjGen() != b.widgets[i].getObjGen()) return forbid("field " + a.name + ": its widget replaced");
            if (a.widgets[i].getObjGen() != a.field.getObjGen()) parts.emplace_back(a.widgets[i], b.widgets[i]);
        }
        const bool signature = a.type == "/Sig";
        for (auto& [x, y] : parts) {
            if (!touched(x)) continue;
            done(x);
            judge_part(a, b, x, y, signature);
        }
    }

    void judge_part(const FormField& a, const FormField& b, QPDFObjectHandle x, QPDFObjectHandle y, bool signature) {
        static const std::set<std::string> kFilling{"/V", "/AS", "/AP", "/M", "/I", "/RV"}, kSigning{"/V", "/AP", "/M"};
        const auto keys = differing_keys(x, y);
        if (keys.empty()) return;
        const bool closed = signature ? is_signature(a.value) || !is_signature(b.value) || !may_sign(b.value) : (a.flags & kReadOnly) != 0 || permission_ < 2;
        for (const std::string& key : keys) {
            if (key == "/F" && only_locked(x, y)) continue;
            if (closed || !(signature ? kSigning : kFilling).contains(key)) return forbid("field " + a.name + ": " + key);
        }
        if (signature) {
            changes_.signatures = true;
            return;
        }
        // What stood in a field when it was signed is what was signed.
        QPDFObjectHandle former = a.value, latter = b.value;
        const bool same = former.unparseResolved() == latter.unparseResolved();
        if (!same && !is_blank(former)) return forbid("field " + a.name + ": another value");
        if (same && a.type == "/Tx" && std::find(keys.begin(), keys.end(), "/AP") != keys.end()) return forbid("field " + a.name + ": another look of the same value");
        changes_.forms = true;
        if (changes_.filled.empty() || changes_.filled.back() != a.name) changes_.filled.push_back(a.name);
    }

    /// Whether a field's value says nothing: a box that is off, an empty text.
    static bool is_blank(QPDFObjectHandle value) {
        if (value.isName()) return value.isNameAndEquals("/Off");
        return value.isNull() || (value.isString() && text_of(value).find_first_not_of(" \t\r\n") == std::string::npos);
    }

    static bool only_locked(QPDFObjectHandle x, QPDFObjectHandle y) {
        QPDFObjectHandle a = get(x, "/F"), b = get(y, "/F");
        return a.isInteger() && b.isInteger() && (a.getIntValue() | kLocked) == (b.getIntValue() | kLocked);
    }

    void compare_pages() {
        for (const QPDFObjGen& id : touched_) {
            QPDFObjectHandle a = before_.getObject(id);
            if (!get(a, "/Type").isNameAndEquals("/Page")) continue;
            QPDFObjectHandle b = after_.getObject(id);
            judged_.insert(id);
            if (!b.isDictionary()) {
                forbid(place(id) + " is no page any more");
                continue;
            }
            for (const std::string& key : differing_keys(a, b)) {
                if (key != "/Annots" || !only_added(get(a, key.c_str()), get(b, key.c_str()))) forbid(place(id) + " (page): " + key);
            }
        }
        for (QPDFObjectHandle page : before_.getAllPages()) {
            QPDFObjectHandle annotations = get(page, "/Annots");
            if (!touched(annotations)) continue;
            done(annotations);
            if (!only_added(annotations, after_.getObject(annotations.getObjGen()))) forbid(place(annotations.getObjGen()) + " (annotations of a page)");
        }
    }

    /// Whether a page's annotations are the former ones, in order, and behind them only widgets of new invisible signature fields.
    bool only_added(QPDFObjectHandle a, QPDFObjectHandle b) {
        if (!b.isArray() || (!a.isArray() && !a.isNull())) return false;
        const int former = a.isArray() ? a.getArrayNItems() : 0;
        if (b.getArrayNItems() < former) return false;
        for (int i = 0; i < b.getArrayNItems(); ++i) {
            QPDFObjectHandle item = b.getArrayItem(i);
            if (i < former) {
                if (item.unparse() != a.getArrayItem(i).unparse()) return false;
            } else if (!item.isIndirect() || !new_widgets_.contains(item.getObjGen())) {
                if (permission_ < 3) return false;
                changes_.annotations = true;
            }
        }
        return true;
    }

    void compare_rest(QPDFObjGen id) {
        if (judged_.contains(id)) return;
        QPDFObjectHandle a = before_.getObject(id), b = after_.getObject(id);
        const auto frame = [](QPDFObjectHandle object) {
            QPDFObjectHandle type = get(object, "/Type");
            return object.isStream() && (type.isNameAndEquals("/XRef") || type.isNameAndEquals("/ObjStm"));
        };
        if (frame(a) && frame(b)) return;
        if (!same_value(a, b)) forbid(place(id) + (get(a, "/Type").isName() ? " (" + get(a, "/Type").getName().substr(1) + ")" : ""));
    }

    /// An object number that the revision used before there was such an object would come to life later.
    void refuse_dangling() {
        std::set<QPDFObjGen> fresh;
        for (const auto& [id, entry] : new_) {
            if (!old_.contains(id)) fresh.insert(id);
        }
        if (fresh.empty()) return;
        std::set<QPDFObjGen> used;
        for (const auto& [id, entry] : old_) collect_references(before_.getObject(id), true, used);
        for (const QPDFObjGen& id : fresh) {
            if (used.contains(id)) forbid(place(id) + " filled in where the signed revision had none");
        }
    }

    QPDF &before_, &after_;
    const XrefTable old_, new_;
    const std::int64_t before_size_;
    const int permission_;
    std::set<QPDFObjGen> touched_, judged_, new_widgets_;
    LaterChanges changes_;
};

}  // namespace

LaterChanges compare_revisions(QPDF& before, QPDF& after, std::int64_t before_size, int permission) {
    return Comparison(before, after, before_size, permission).run();
}

}  // namespace irikteu::pdf
