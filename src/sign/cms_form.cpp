#include "sign/cms_form.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace irikteu::sign {

namespace {

constexpr int kDeepest = 64;
constexpr unsigned char kConstructed = 0x20, kInteger = 0x02, kObject = 0x06, kSequence = 0x30, kSet = 0x31;
/// id-data, RFC 5652, 4: 1.2.840.113549.1.7.1.
constexpr std::string_view kData = "\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01";

/// One tag, length and value of X.690; tags above 30 don't occur in a CMS.
struct Element {
    unsigned char tag = 0;
    std::string_view content;
    bool constructed() const { return (tag & kConstructed) != 0; }
};

unsigned char byte(std::string_view der, std::size_t i) { return static_cast<unsigned char>(der[i]); }

/// Takes an element off the head of `der`; nullopt where it is not in DER.
std::optional<Element> take(std::string_view& der) {
    if (der.size() < 2 || (byte(der, 0) & 0x1f) == 0x1f) return std::nullopt;
    std::size_t length = byte(der, 1), head = 2;
    if (length >= 0x80) {
        const std::size_t count = length & 0x7f;
        if (count == 0 || count > 4 || der.size() < 2 + count || byte(der, 2) == 0) return std::nullopt;
        length = 0;
        for (std::size_t i = 0; i < count; ++i) length = length << 8 | byte(der, 2 + i);
        if (length < 0x80) return std::nullopt;
        head += count;
    }
    if (der.size() - head < length) return std::nullopt;
    const Element element{byte(der, 0), der.substr(head, length)};
    der.remove_prefix(head + length);
    return element;
}

/// Of the universal types only SEQUENCE (16) and SET (17) are made of others (X.690, 10.2).
bool has_right_form(const Element& element) {
    if ((element.tag & 0xc0) != 0) return true;
    const int type = element.tag & 0x1f;
    return element.constructed() == (type == 16 || type == 17);
}

bool in_der(std::string_view elements, int depth) {
    while (!elements.empty()) {
        const auto element = take(elements);
        if (!element || !has_right_form(*element) || depth > kDeepest) return false;
        if (element->constructed() && !in_der(element->content, depth + 1)) return false;
    }
    return true;
}

std::vector<Element> children_of(const Element& parent) {
    std::vector<Element> children;
    std::string_view rest = parent.content;
    while (!rest.empty()) {
        const auto child = take(rest);
        if (!child) break;
        children.push_back(*child);
    }
    return children;
}

bool has_tag(const Element& parent, unsigned char tag) {
    const auto children = children_of(parent);
    return std::any_of(children.begin(), children.end(), [&](const Element& child) { return child.tag == tag; });
}

/// RFC 5652, 5.3: 1 where the signer is named by issuer and serial number, 3 where by the key's identifier.
int version_of_signer(const Element& signer) {
    const auto fields = children_of(signer);
    return fields.size() > 1 && fields[1].tag == kSequence ? 1 : 3;
}

/// RFC 5652, 5.1.
int version_of_signed_data(const std::vector<Element>& fields, int signer) {
    bool attribute_1 = false, attribute_2 = false, other = false;
    for (std::size_t i = 3; i + 1 < fields.size(); ++i) {
        const bool certificates = fields[i].tag == 0xa0;
        other = other || has_tag(fields[i], certificates ? 0xa3 : 0xa1);
        attribute_1 = attribute_1 || (certificates && has_tag(fields[i], 0xa1));
        attribute_2 = attribute_2 || (certificates && has_tag(fields[i], 0xa2));
    }
    if (other) return 5;
    if (attribute_2) return 4;
    const auto content = children_of(fields[2]);
    const bool data = !content.empty() && content[0].tag == kObject && content[0].content == kData;
    return attribute_1 || signer == 3 || !data ? 3 : 1;
}

/// The implicit tags [0] and [1] of certificates, revocation lists and attributes all stand for a SET OF.
bool optional_sets_have_right_form(const std::vector<Element>& fields, std::size_t first) {
    return std::all_of(fields.begin() + static_cast<std::ptrdiff_t>(std::min(first, fields.size())), fields.end(),
                       [](const Element& field) { return (field.tag & 0xc0) == 0 || field.tag == 0xa0 || field.tag == 0xa1; });
}

bool is_number(const Element& element, int value) { return element.tag == kInteger && element.content.size() == 1 && byte(element.content, 0) == value; }

}  // namespace

std::string fault_of_form(std::string_view der) {
    const auto info = take(der);
    if (!info || info->tag != kSequence || !in_der(info->content, 0)) return "the CMS is not in DER";
    const auto parts = children_of(*info);
    if (parts.size() != 2 || parts[1].tag != 0xa0) return "the CMS is not in DER";
    const auto inside = children_of(parts[1]);
    const auto fields = inside.size() == 1 && inside[0].tag == kSequence ? children_of(inside[0]) : std::vector<Element>{};
    if (fields.size() < 4 || fields.back().tag != kSet) return "the CMS is not in DER";
    const auto signers = children_of(fields.back());
    if (signers.empty()) return "the CMS has no signer";
    const int signer = version_of_signer(signers[0]);
    const auto signer_fields = children_of(signers[0]);
    if (signer_fields.empty() || !is_number(signer_fields[0], signer)) return "the version of the signer's part of the CMS is wrong";
    if (!optional_sets_have_right_form(fields, 3) || !optional_sets_have_right_form(signer_fields, 2)) return "the CMS is not in DER";
    if (!is_number(fields[0], version_of_signed_data(fields, signer))) return "the version of the CMS is wrong";
    return {};
}

}  // namespace irikteu::sign
