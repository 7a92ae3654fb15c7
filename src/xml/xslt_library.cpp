#include <dlfcn.h>
#include <libexslt/exslt.h>
#include <libxslt/documents.h>
#include <libxslt/extensions.h>
#include <libxslt/security.h>
#include <libxslt/xslt.h>
#include <libxslt/xsltutils.h>

#include <algorithm>
#include <iterator>
#include <mutex>

#include "base/once.hpp"
#include "xml/library.hpp"
#include "xml/stylesheet.hpp"
#include "xml/tree_room.hpp"
#include "xml/xpath_tokens.hpp"

namespace irikteu::xml {

namespace {

xsltDocLoaderFunc default_loader = nullptr;

constexpr const char* kExsltFile = "libexslt.so.0";  // The ABI that <libexslt/exslt.h> declares.

/// libexslt brings libgcrypt along: it is loaded for the first stylesheet that names one of its namespaces.
void load_exslt() {
    static base::Once once;
    once.call([] {
        void* library = ::dlopen(kExsltFile, RTLD_LAZY | RTLD_LOCAL);
        for (const char* name : {"exsltCommonRegister", "exsltStrRegister", "exsltSetsRegister", "exsltMathRegister", "exsltFuncRegister"}) {
            void* address = library == nullptr ? nullptr : ::dlsym(library, name);
            if (address == nullptr) {
                throw base::Error(base::ErrorCode::environment, std::string("a stylesheet needs EXSLT, and libexslt is not installed: ") + ::dlerror(), {kExsltFile, 0, 0, {}});
            }
            reinterpret_cast<decltype(&exsltCommonRegister)>(address)();
        }
    });
}

constexpr std::string_view kExslt = "http://exslt.org/";

std::string_view view(const xmlChar* text) { return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text); }

bool names_exslt(const xmlNode* node) {
    for (; node != nullptr; node = node->next) {
        if (node->type != XML_ELEMENT_NODE) continue;
        for (const xmlNs* space = node->nsDef; space != nullptr; space = space->next) {
            if (view(space->href).starts_with(kExslt)) return true;
        }
        if (names_exslt(node->children)) return true;
    }
    return false;
}

constexpr std::string_view kXslt = "http://www.w3.org/1999/XSL/Transform";

/// XSLT 1.0's elements, and xsl:document of the 1.1 draft, which libxslt has.
constexpr std::string_view kElements[] = {"apply-imports", "apply-templates", "attribute", "attribute-set", "call-template", "choose", "comment", "copy", "copy-of", "decimal-format",
                                          "document", "element", "fallback", "for-each", "if", "import", "include", "key", "message", "namespace-alias", "number", "otherwise",
                                          "output", "param", "preserve-space", "processing-instruction", "sort", "strip-space", "stylesheet", "template", "text", "transform",
                                          "value-of", "variable", "when", "with-param"};


bool is_xslt(const xmlNode* node) { return node->ns != nullptr && view(node->ns->href) == kXslt; }

/// The value of the attribute that states a version: xsl:version of a literal result element. Empty where there is none.
std::string_view stated_version(const xmlNode* node) {
    for (const xmlAttr* a = node->properties; a != nullptr; a = a->next) {
        const bool meant = is_xslt(node) ? a->ns == nullptr : a->ns != nullptr && view(a->ns->href) == kXslt;
        if (meant && view(a->name) == "version" && a->children != nullptr) return view(a->children->content);
    }
    return {};
}

/// `strict`: no newer version is stated, so an unknown element is a fault.
void find_unknown(const xmlNode* node, bool strict, bool top_level, std::vector<UnknownElement>& found) {
    for (; node != nullptr; node = node->next) {
        if (node->type != XML_ELEMENT_NODE) continue;
        const bool known = !is_xslt(node) || std::find(std::begin(kElements), std::end(kElements), view(node->name)) != std::end(kElements);
        if (!known && strict) {
            const std::string prefix(view(node->ns->prefix));
            found.push_back({"unknown element " + prefix + (prefix.empty() ? "" : ":") + std::string(view(node->name)) + ": XSLT 1.0 has none of that name", static_cast<int>(xmlGetLineNo(node))});
        }
        if (!known || (top_level && !is_xslt(node))) continue;  // What stands beside the templates in another namespace is the author's data.
        const bool states = !is_xslt(node) || view(node->name) == "stylesheet" || view(node->name) == "transform";
        const std::string_view version = states ? stated_version(node) : std::string_view();
        const bool sheet = is_xslt(node) && states;
        find_unknown(node->children, version.empty() ? strict : version == "1.0", sheet, found);
    }
}

/// Documents that document() names come through the one hardened parser; stylesheets as libxslt reads them.
xmlDocPtr load_document(const xmlChar* uri, xmlDictPtr dictionary, int options, void* context, xsltLoadType type) {
    if (type != XSLT_LOAD_DOCUMENT) {
        xmlDocPtr stylesheet = default_loader(uri, dictionary, options, context, type);
        if (stylesheet == nullptr) return nullptr;
        prepare_extensions(stylesheet);
        const auto unknown = unknown_xslt_elements(stylesheet);
        for (const UnknownElement& each : unknown) note_complaint(each.message, std::string(view(uri)), each.line);
        if (unknown.empty()) return stylesheet;
        xmlFreeDoc(stylesheet);
        return nullptr;
    }
    std::optional<Document> document = open_document(reinterpret_cast<const char*>(uri));
    if (!document) return nullptr;
    xmlDocPtr raw = document->release();
    mix_into(raw);
    raw->URL = xmlStrdup(uri);
    return raw;
}

}  // namespace

void prepare_extensions(const xmlDoc* stylesheet) {
    if (names_exslt(stylesheet->children)) load_exslt();
}

bool has_standard_function(const std::string& uri, const std::string& name) {
    if (uri.empty()) return is_xslt_function(name);
    if (!uri.starts_with(kExslt)) return false;
    initialise_xslt();
    load_exslt();
    return xsltExtModuleFunctionLookup(reinterpret_cast<const xmlChar*>(name.c_str()), reinterpret_cast<const xmlChar*>(uri.c_str())) != nullptr;
}

std::vector<UnknownElement> unknown_xslt_elements(const xmlDoc* stylesheet) {
    std::vector<UnknownElement> found;
    // A literal result element as the whole stylesheet (XSLT 1.0, 2.3) is no top-level data.
    find_unknown(stylesheet->children, true, false, found);
    return found;
}

void initialise_xslt() {
    initialise();
    static std::once_flag once;
    std::call_once(once, [] {
        xsltInit();
        xsltSetGenericErrorFunc(nullptr, complain);
        default_loader = xsltDocDefaultLoader;
        xsltSetLoaderFunc(load_document);
        xsltSecurityPrefsPtr closed = xsltNewSecurityPrefs();
        xsltSetSecurityPrefs(closed, XSLT_SECPREF_WRITE_FILE, xsltSecurityForbid);
        xsltSetSecurityPrefs(closed, XSLT_SECPREF_CREATE_DIRECTORY, xsltSecurityForbid);
        xsltSetSecurityPrefs(closed, XSLT_SECPREF_READ_NETWORK, xsltSecurityForbid);
        xsltSetSecurityPrefs(closed, XSLT_SECPREF_WRITE_NETWORK, xsltSecurityForbid);
        xsltSetDefaultSecurityPrefs(closed);
    });
}

}  // namespace irikteu::xml
