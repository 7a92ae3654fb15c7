#include "outline/company_record.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "kazakh/letters.hpp"

namespace irikteu::outline {

namespace {

/// Parts of a text between any of these signs, trimmed, without empty ones.
std::vector<std::string> split(std::string_view text, std::string_view signs) {
    std::vector<std::string> pieces;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = std::min(rest.find_first_of(signs), rest.size());
        if (const auto piece = xml::trim(rest.substr(0, end)); !piece.empty()) pieces.emplace_back(piece);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return pieces;
}

std::string joined(const std::vector<std::string>& pieces) {
    std::string text;
    for (const auto& piece : pieces) text += (text.empty() ? "" : ", ") + piece;
    return text;
}

bool is_digits(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos; }

/// "10.73.0": two digits and more, with dots.
bool is_code(const std::string& text) {
    const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits >= 2 && text.find_first_not_of("0123456789.") == std::string::npos;
}

/// A list of codes as codes; with words behind each of them as its parts; any other text as it is.
std::vector<std::string> codes_in(const std::string& text) {
    const auto alone = split(text, " ,;\n\t/");
    if (std::all_of(alone.begin(), alone.end(), is_code)) return alone;
    const auto parts = split(text, ",;\n");
    const bool each = std::all_of(parts.begin(), parts.end(), [](const std::string& part) { return is_code(part.substr(0, part.find(' '))); });
    return each ? parts : std::vector{text};
}

bool is_dash(std::string_view text) { return text == "-" || text == "\xE2\x80\x93" || text == "\xE2\x80\x94"; }

/// Whether each word begins with a capital: a person's name.
bool is_name(std::string_view text) {
    int words = 0;
    char32_t before = U' ';
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        if (kazakh::is_digit(c)) return false;
        if (kazakh::is_letter(c) && !kazakh::is_letter(before) && before != U'-') {
            if (!kazakh::is_upper(c)) return false;
            ++words;
        }
        before = c;
    }
    return words >= 2 && words <= 4;
}

/// Takes postcodes that stand in one piece with words out of it: "Семей қ. 071400".
void part_postcode(std::vector<std::string>& pieces) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const std::string piece = pieces[i];
        const auto last = piece.rfind(' ');
        const auto first = piece.find(' ');
        if (last == std::string::npos) continue;
        if (const std::string code = piece.substr(last + 1); code.size() == 6 && is_digits(code)) {
            pieces[i] = std::string(xml::trim(std::string_view(piece).substr(0, last)));
            pieces.insert(pieces.begin() + static_cast<std::ptrdiff_t>(i) + 1, code);
            return;
        }
        if (const std::string code = piece.substr(0, first); code.size() == 6 && is_digits(code)) {
            pieces[i] = std::string(xml::trim(std::string_view(piece).substr(first + 1)));
            pieces.insert(pieces.begin() + static_cast<std::ptrdiff_t>(i), code);
            return;
        }
    }
}

}  // namespace

std::string Company::name_key() const {
    const auto name = fields.find("name");
    return name == fields.end() ? std::string() : kazakh::matching_key(name->second.text).folded;
}

void Company::add_year(const std::string& year) {
    if (std::find(years.begin(), years.end(), year) == years.end()) years.push_back(year);
}

CompanyFiller::CompanyFiller(const SheetLabels& labels, xml::Node sheet, const Wording& wording) : labels_(labels), wording_(wording) {
    xml::Node root = sheet;
    while (root.parent() && root.parent().is_element()) root = root.parent();
    for (const xml::Node phrase : root.first_element("wording").elements()) {
        const auto use = phrase.attribute_or("use", "");
        if (use == "place") places_.push_back(kazakh::matching_key(phrase.text()).folded);
        if (use == "none") none_.push_back(kazakh::matching_key(phrase.text()).folded);
    }
}

Company::Value CompanyFiller::value_of(std::string_view text, xml::Node node, bool dash) const {
    const std::string clean = xml::normalize_space(text);
    if (is_blank(kazakh::matching_key(text), wording_) && !(dash && is_dash(clean))) return {{}, node};
    return {clean, node};
}

Company::Value CompanyFiller::value_of(const GridCell* cell, bool dash) const {
    return cell == nullptr ? Company::Value{} : value_of(cell->text, cell->node, dash);
}

bool CompanyFiller::says_none(const std::string& text) const {
    return is_dash(text) || std::find(none_.begin(), none_.end(), kazakh::matching_key(text).folded) != none_.end();
}

void CompanyFiller::set(Company& company, const std::string& id, Company::Value value) const {
    if (id == "eqjj.extra") {
        if (value.text.empty() || says_none(value.text)) return;
        for (const auto& code : codes_in(value.text)) company.extra.push_back({code, value.node});
    } else if (const auto [it, is_new] = company.fields.emplace(id, value); !is_new && it->second.text.empty() && !value.text.empty()) {
        it->second = std::move(value);
    }
}

void CompanyFiller::set_figure(Company& company, const std::string& year, const std::string& indicator, const GridCell* cell) const {
    company.add_year(year);
    if (cell != nullptr) company.figures.emplace(std::pair(year, indicator), value_of(cell, true));
}

void CompanyFiller::set_row(Company& company, const std::string& row_id, const Company::Value& value, std::string_view raw) const {
    const auto& ids = labels_.parts_of(row_id);
    if (ids.empty()) return set(company, row_id, value);
    if (read_labelled(company, row_id, raw, value.node)) return;
    if (value.text.empty()) return set(company, ids.front(), value);
    if (row_id == "eqjj") {
        auto codes = codes_in(value.text);
        if (codes.size() == 1) codes = split(value.text, ",;");
        for (std::size_t i = 0; i < codes.size(); ++i) set(company, ids[i == 0 ? 0 : 1], {codes[i], value.node});
    } else if (row_id == "address") {
        set_address(company, ids, split(raw, ",;\n"), value.node);
    } else {
        set_person(company, ids, split(raw, ",;\n"), value.node);
    }
}

bool CompanyFiller::is_place(const std::string& piece) const {
    const auto words = split(piece, " ");
    if (words.size() < 2) return false;
    return std::any_of(places_.begin(), places_.end(), [&](const std::string& place) {
        return kazakh::matching_key(words.front()).folded == place || kazakh::matching_key(words.back()).folded == place;
    });
}

void CompanyFiller::set_address(Company& company, const std::vector<std::string>& ids, std::vector<std::string> pieces, xml::Node node) const {
    part_postcode(pieces);
    std::string code;
    bool leads = false;
    if (const auto found = std::find_if(pieces.begin(), pieces.end(), [](const std::string& piece) { return piece.size() >= 5 && is_digits(piece); }); found != pieces.end()) {
        code = *found;
        leads = found == pieces.begin();
        pieces.erase(found);
    }
    auto city = std::find_if(pieces.begin(), pieces.end(), [&](const std::string& piece) { return is_place(piece); });
    if (city == pieces.end() && pieces.size() > 1) {
        const auto end = leads ? pieces.begin() : pieces.end() - 1;
        if (end->find_first_of("0123456789") == std::string::npos) city = end;
    }
    const std::string place = city == pieces.end() ? std::string() : *city;
    if (city != pieces.end()) pieces.erase(city);
    set(company, ids[0], {joined(pieces), node});
    set(company, ids[1], {place, node});
    set(company, ids[2], {code, node});
}

void CompanyFiller::set_person(Company& company, const std::vector<std::string>& ids, std::vector<std::string> pieces, xml::Node node) const {
    // "Асқаров Ерлан – директор".
    if (pieces.size() == 1) {
        for (const std::string_view dash : {" \xE2\x80\x93 ", " \xE2\x80\x94 ", " - "}) {
            const std::string whole = pieces.front();
            if (const auto cut = whole.find(dash); cut != std::string::npos) {
                pieces = {std::string(xml::trim(std::string_view(whole).substr(0, cut))), std::string(xml::trim(std::string_view(whole).substr(cut + dash.size())))};
                break;
            }
        }
    }
    if (pieces.size() >= 3 && pieces[0].find(' ') == std::string::npos && !is_name(pieces[1])) {
        for (std::size_t i = 0; i < 3; ++i) set(company, ids[i], {pieces[i], node});
        return;
    }
    auto person = std::find_if(pieces.begin(), pieces.end(), is_name);
    if (person == pieces.end()) person = pieces.begin();
    const std::string name = *person;
    pieces.erase(person);
    const auto space = name.find(' ');
    set(company, ids[0], {name.substr(0, space), node});
    set(company, ids[1], {space == std::string::npos ? std::string() : name.substr(space + 1), node});
    set(company, ids[2], {joined(pieces), node});
}

void CompanyFiller::take(Company& company, const SheetRole& role, std::string_view text, xml::Node node) const {
    if (role.indicator != nullptr && !role.year.empty()) {
        company.add_year(role.year);
        company.figures.emplace(std::pair(role.year, role.indicator->id), value_of(text, node, true));
    } else if (role.row != nullptr) {
        set_row(company, role.row->id, value_of(text, node, role.row->id == "site"), text);
    } else if (role.part != nullptr) {
        set(company, role.part->id, value_of(text, node));
    }
}

bool CompanyFiller::read_labelled(Company& company, const std::string& row_id, std::string_view text, xml::Node node) const {
    const SheetLabel* open = nullptr;
    bool found = false;
    std::string value;
    const auto close = [&] {
        std::string_view part = xml::trim(value);
        while (!part.empty() && (part.back() == ',' || part.back() == ';')) part = xml::trim(part.substr(0, part.size() - 1));
        if (open != nullptr) set(company, open->id, value_of(part, node));
        value.clear();
    };
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = std::min(rest.find_first_of("\n,;"), rest.size());
        const std::string_view piece = rest.substr(0, std::min(end + 1, rest.size()));
        rest.remove_prefix(piece.size());
        std::string_view behind;
        const SheetLabel* part = nullptr;
        for (const std::string_view sign : {":", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " - "}) {
            const auto cut = piece.find(sign);
            if (cut == std::string_view::npos) continue;
            part = labels_.part_of(row_id, piece.substr(0, cut));
            behind = piece.substr(cut + sign.size());
            break;
        }
        if (part != nullptr) {
            close();
            open = part;
            value = behind;
            found = true;
        } else if (open != nullptr) {
            value += piece;
        }
    }
    close();
    return found;
}

}  // namespace irikteu::outline
