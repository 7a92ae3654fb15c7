#include <algorithm>
#include <set>

#include "pdf_file.hpp"

// Rules on the logical structure (ISO 19005-3, 6.7; ISO 14289-1, 7.1 to 7.9 and 7.18).
namespace irikteu::pdf_test {

namespace {

const std::set<std::string> kStandard{"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6",
                                      "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot",
                                      "Ruby", "Warichu", "RB", "RT", "RP", "WT", "WP", "Figure", "Formula", "Form"};

struct Element {
    std::string reference, type, parent_type;
    const Json* value = nullptr;
    std::vector<std::size_t> kids;  ///< Elements.
    int contents = 0, objects = 0;
};

class StructureWalk {
  public:
    StructureWalk(const PdfFile& file, const ContentFacts& facts, Faults& faults) : file_(file), facts_(facts), faults_(faults) {}

    void walk() {
        const auto& catalog = file_.catalog();
        root_ = catalog.value("/StructTreeRoot", Json());
        if (!file_.resolve(root_).is_object()) return faults_.add("6.7.3.3", "no structure tree");
        faults_.require(!file_.has(root_, "/RoleMap"), "6.7.3.4", "a role map, which the tests do not know");
        read_number_tree(file_.get(root_, "/ParentTree"), 0);
        const auto& kids = file_.get(root_, "/K");
        if (kids.is_array()) {
            for (std::size_t i = 0; i < kids.size(); ++i) visit(kids[i], root_, "", 0);
        } else {
            visit(file_.resolve(root_).value("/K", Json()), root_, "", 0);
        }
        check_marked_content();
        check_annotations();
        for (const auto& element : elements_) check_element(element);
        check_headings();
        check_ids();
        const auto& next = file_.get(root_, "/ParentTreeNextKey");
        faults_.require(next.is_number_integer() && (parents_.empty() || next.get<int>() > parents_.rbegin()->first), "6.7.3.3", "ParentTreeNextKey is taken");
    }

  private:
    void read_number_tree(const Json& node, int depth) {
        if (depth > 10) return faults_.add("6.7.3.3", "the parent tree is too deep");
        const auto& numbers = file_.get(node, "/Nums");
        for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
            const int key = numbers[i].get<int>();
            faults_.require(parents_.empty() || parents_.rbegin()->first < key, "6.7.3.3", "the parent tree's keys do not rise");
            parents_[key] = numbers[i + 1];
        }
        const auto& limits = file_.get(node, "/Limits");
        if (!limits.is_null()) {
            faults_.require(numbers.size() > 1 && limits[0] == numbers[0] && limits[1] == numbers[numbers.size() - 2], "6.7.3.3", "limits of the parent tree");
        }
        for (const auto& kid : file_.get(node, "/Kids")) read_number_tree(kid, depth + 1);
    }

    /// The element's index; SIZE_MAX where it is none.
    std::size_t visit(const Json& reference, const Json& parent, const std::string& parent_type, int depth) {
        const auto& value = file_.resolve(reference);
        const auto name = reference.is_string() ? reference.get<std::string>() : std::string("direct");
        if (depth > 100 || !value.is_object() || !is_name_value(file_.get(value, "/S")) || !seen_.insert(name).second) {
            faults_.add("6.7.3.3", "element " + name + " is no structure element, or stands twice");
            return SIZE_MAX;
        }
        const auto index = elements_.size();
        elements_.push_back({name, file_.get(value, "/S").get<std::string>().substr(1), parent_type, &value, {}, 0, 0});
        const auto type = elements_[index].type;
        faults_.require(kStandard.count(type) > 0, "6.7.3.4", "element " + name + ": type " + type);
        faults_.require(value.value("/P", Json()) == parent, "UA 7.1", "element " + name + ": /P is not its parent");
        const auto& kids = value.contains("/K") ? value["/K"] : Json();
        const auto& list = file_.resolve(kids);
        if (list.is_array()) {
            for (const auto& kid : list) visit_kid(index, kid, reference, type, depth);
        } else if (!kids.is_null()) {
            visit_kid(index, kids, reference, type, depth);
        }
        return index;
    }

    static bool is_name_value(const Json& value) { return value.is_string() && value.get_ref<const std::string&>().starts_with("/"); }

    void visit_kid(std::size_t index, const Json& kid, const Json& reference, const std::string& type, int depth) {
        const auto& page = elements_[index].value->value("/Pg", Json());
        if (kid.is_number_integer()) return marked(index, page, kid.get<int>());
        const auto& value = file_.resolve(kid);
        const auto kid_page = value.is_object() && value.contains("/Pg") ? value["/Pg"] : page;
        if (value.is_object() && is_name(file_.get(value, "/Type"), "/MCR")) return marked(index, kid_page, file_.get(value, "/MCID").get<int>());
        if (value.is_object() && is_name(file_.get(value, "/Type"), "/OBJR")) {
            ++elements_[index].objects;
            const auto object = value.value("/Obj", Json()).get<std::string>();
            faults_.require(object_owner_.emplace(object, index).second, "UA 7.18", "object " + object + " has two owners");
            faults_.require(file_.resolve(Json(object)).value("/P", Json()) == kid_page, "UA 7.18", "object " + object + " is on another page than its element says");
            return;
        }
        const auto child = visit(kid, reference, type, depth + 1);
        if (child != SIZE_MAX) elements_[index].kids.push_back(child);
    }

    void marked(std::size_t index, const Json& page, int id) {
        ++elements_[index].contents;
        const auto where = elements_[index].reference + " MCID " + std::to_string(id);
        if (!page.is_string()) return faults_.add("UA 7.1", where + ": no page");
        const auto key = std::make_pair(page.get<std::string>(), id);
        faults_.require(facts_.marked.count(key) > 0, "UA 7.1", where + ": no such content on page " + key.first);
        faults_.require(owner_.emplace(key, index).second, "UA 7.1", where + ": owned twice");
    }

    void check_marked_content() {
        for (const auto& [key, tag] : facts_.marked) {
            const auto where = "page " + key.first + " MCID " + std::to_string(key.second);
            const auto owner = owner_.find(key);
            if (owner == owner_.end()) {
                faults_.add("UA 7.1", where + " belongs to no element");
                continue;
            }
            const auto& number = file_.get(Json(key.first), "/StructParents");
            const auto parents = number.is_number_integer() ? parents_.find(number.get<int>()) : parents_.end();
            const auto& list = parents == parents_.end() ? Json() : file_.resolve(parents->second);
            const bool listed = list.is_array() && list.size() > static_cast<std::size_t>(key.second) && list[static_cast<std::size_t>(key.second)] == Json(elements_[owner->second].reference);
            faults_.require(listed, "UA 7.1", where + ": the parent tree names another element");
        }
    }

    void check_annotations() {
        for (const auto& page : file_.pages()) {
            for (const auto& reference : file_.get(Json(page), "/Annots")) {
                const auto name = reference.get<std::string>();
                const auto owner = object_owner_.find(name);
                if (owner == object_owner_.end()) {
                    faults_.add("UA 7.18.1", "annotation " + name + " is not in the structure");
                    continue;
                }
                const auto& element = elements_[owner->second];
                const auto& number = file_.get(reference, "/StructParent");
                const auto parent = number.is_number_integer() ? parents_.find(number.get<int>()) : parents_.end();
                faults_.require(parent != parents_.end() && parent->second == Json(element.reference), "UA 7.18", "annotation " + name + ": the parent tree names another element");
                const bool widget = is_name(file_.get(reference, "/Subtype"), "/Widget");
                faults_.require(element.type == (widget ? "Form" : "Link"), widget ? "UA 7.18.4" : "UA 7.18.5", "annotation " + name + " is in " + element.type);
            }
        }
    }

    std::vector<std::string> kid_types(const Element& element) const {
        std::vector<std::string> types;
        for (const auto kid : element.kids) types.push_back(elements_[kid].type);
        return types;
    }

    void allow_kids(const Element& element, const std::set<std::string>& allowed) {
        for (const auto& type : kid_types(element)) faults_.require(allowed.count(type) > 0, "UA 7.2", element.type + " " + element.reference + " contains " + type);
    }

    void allow_parents(const Element& element, const std::set<std::string>& allowed) {
        faults_.require(allowed.count(element.parent_type) > 0, "UA 7.2", element.type + " " + element.reference + " is in " + element.parent_type);
    }

    void check_element(const Element& element) {
        const auto& type = element.type;
        const auto& value = *element.value;
        const auto text = [&](const char* key) { return text_of(file_.get(value, key)).value_or(""); };
        static const std::map<std::string, std::set<std::string>> kids{
            {"Table", {"TR", "THead", "TBody", "TFoot", "Caption"}}, {"TR", {"TH", "TD"}}, {"THead", {"TR"}}, {"TBody", {"TR"}}, {"TFoot", {"TR"}},
            {"L", {"L", "LI", "Caption"}}, {"LI", {"Lbl", "LBody"}}, {"TOC", {"TOC", "TOCI", "Caption"}}};
        static const std::map<std::string, std::set<std::string>> parents{
            {"TR", {"Table", "THead", "TBody", "TFoot"}}, {"THead", {"Table"}}, {"TBody", {"Table"}}, {"TFoot", {"Table"}}, {"TH", {"TR"}}, {"TD", {"TR"}},
            {"LI", {"L"}}, {"LBody", {"LI"}}, {"TOCI", {"TOC"}}};
        if (const auto rule = kids.find(type); rule != kids.end()) {
            allow_kids(element, rule->second);
            faults_.require(element.contents == 0, "UA 7.2", type + " " + element.reference + " has content of its own");
        }
        if (const auto rule = parents.find(type); rule != parents.end()) allow_parents(element, rule->second);
        if (type == "Table") check_table(element);
        if (type == "L" || type == "TOC") {
            const auto types = kid_types(element);
            faults_.require(types.size() < 2 || std::count(types.begin() + 1, types.end(), "Caption") == 0, "UA 7.2", type + " " + element.reference + ": the caption is not first");
        }
        if (type == "Figure" || type == "Formula") {
            faults_.require(!text("/Alt").empty() || !text("/ActualText").empty(), "UA 7.3", type + " " + element.reference + " has no /Alt");
        }
        if (type == "Note") faults_.require(!text("/ID").empty(), "UA 7.9", "Note " + element.reference + " has no /ID");
        if (type == "Form") faults_.require(element.objects == 1 && element.contents == 0 && element.kids.empty(), "UA 7.18.4", "Form " + element.reference + " has not one widget alone");
        faults_.require(type != "H", "UA 7.4.4", "H and H1 … must not be mixed: H is not used");
        if (type == "TH") faults_.require(is_name_value(attribute(value, "/Scope")), "UA 7.5", "TH " + element.reference + " has no Scope");
    }

    const Json& attribute(const Json& value, const char* key) const {
        static const Json none;
        const auto& attributes = file_.get(value, "/A");
        if (attributes.is_object()) return file_.get(attributes, key);
        for (const auto& entry : attributes) {
            if (file_.has(entry, key)) return file_.get(entry, key);
        }
        return none;
    }

    int span(const Element& cell, const char* key) const {
        const auto& number = attribute(*cell.value, key);
        return number.is_number_integer() ? number.get<int>() : 1;
    }

    void check_table(const Element& table) {
        const auto types = kid_types(table);
        const auto count = [&](const char* type) { return std::count(types.begin(), types.end(), type); };
        const auto where = "Table " + table.reference;
        faults_.require(count("THead") <= 1 && count("TFoot") <= 1 && count("Caption") <= 1, "UA 7.2", where + ": more than one head, foot or caption");
        faults_.require(count("THead") + count("TFoot") == 0 || count("TBody") > 0, "UA 7.2", where + ": a head or foot without a body");
        const auto caption = std::find(types.begin(), types.end(), "Caption");
        faults_.require(caption == types.end() || caption == types.begin() || caption + 1 == types.end(), "UA 7.2", where + ": the caption is in the middle");
        std::vector<const Element*> rows;
        for (const auto kid : table.kids) {
            const auto& element = elements_[kid];
            if (element.type == "TR") rows.push_back(&element);
            if (element.type != "THead" && element.type != "TBody" && element.type != "TFoot") continue;
            for (const auto row : element.kids) rows.push_back(&elements_[row]);
        }
        check_grid(rows, where);
    }

    /// Places cells as a reader does: every row must get the same number of columns, no cell may reach over another or below the last row.
    void check_grid(const std::vector<const Element*>& rows, const std::string& where) {
        std::vector<std::set<int>> taken(rows.size());
        for (std::size_t r = 0; r < rows.size(); ++r) {
            int column = 0;
            for (const auto kid : rows[r]->kids) {
                while (taken[r].count(column) > 0) ++column;
                const int columns = span(elements_[kid], "/ColSpan"), depth = span(elements_[kid], "/RowSpan");
                for (int d = 0; d < depth; ++d) {
                    for (int c = column; c < column + columns; ++c) {
                        const auto row = r + static_cast<std::size_t>(d);
                        if (row >= rows.size()) return faults_.add("UA 7.2", where + ": a cell reaches below the last row");
                        faults_.require(taken[row].insert(c).second, "UA 7.2", where + ": cells overlap");
                    }
                }
                column += columns;
            }
        }
        for (const auto& row : taken) faults_.require(row.size() == taken[0].size(), "UA 7.2", where + ": rows of different length");
    }

    void check_headings() {
        int last = 0;
        for (const auto& element : elements_) {
            if (element.type.size() != 2 || element.type[0] != 'H') continue;
            const int level = element.type[1] - '0';
            faults_.require(level <= last + 1, "UA 7.4.2", element.type + " " + element.reference + " skips a level");
            last = level;
        }
    }

    void check_ids() {
        std::map<std::string, std::string> ids;
        for (const auto& element : elements_) {
            const auto id = text_of(file_.get(*element.value, "/ID"));
            if (id) faults_.require(ids.emplace(*id, element.reference).second, "UA 7.9", "the id " + *id + " stands twice");
        }
        std::map<std::string, std::string> tree;
        read_name_tree(file_.get(root_, "/IDTree"), tree);
        faults_.require(ids == tree, "6.7.3.3", "/IDTree does not list the elements' ids");
    }

    void read_name_tree(const Json& node, std::map<std::string, std::string>& tree) {
        const auto& names = file_.get(node, "/Names");
        for (std::size_t i = 0; i + 1 < names.size(); i += 2) tree[text_of(names[i]).value_or("")] = names[i + 1].get<std::string>();
        for (const auto& kid : file_.get(node, "/Kids")) read_name_tree(kid, tree);
    }

    const PdfFile& file_;
    const ContentFacts& facts_;
    Faults& faults_;
    Json root_;
    std::vector<Element> elements_;  ///< In document order.
    std::set<std::string> seen_;
    std::map<int, Json> parents_;
    std::map<std::pair<std::string, int>, std::size_t> owner_;
    std::map<std::string, std::size_t> object_owner_;
};

}  // namespace

void check_structure(const PdfFile& file, const ContentFacts& facts, Faults& faults) { StructureWalk(file, facts, faults).walk(); }

}  // namespace irikteu::pdf_test
