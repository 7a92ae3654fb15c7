#include <dlfcn.h>
#include <libexslt/exslt.h>
#include <libxslt/documents.h>
#include <libxslt/security.h>
#include <libxslt/xslt.h>
#include <libxslt/xsltutils.h>

#include <cstring>
#include <mutex>

#include "base/once.hpp"
#include "xml/library.hpp"

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

bool names_exslt(const xmlNode* node) {
    for (; node != nullptr; node = node->next) {
        if (node->type != XML_ELEMENT_NODE) continue;
        for (const xmlNs* space = node->nsDef; space != nullptr; space = space->next) {
            if (space->href != nullptr && std::strncmp(reinterpret_cast<const char*>(space->href), "http://exslt.org/", 17) == 0) return true;
        }
        if (names_exslt(node->children)) return true;
    }
    return false;
}

/// Documents that document() names come through the one hardened parser; stylesheets as libxslt reads them.
xmlDocPtr load_document(const xmlChar* uri, xmlDictPtr dictionary, int options, void* context, xsltLoadType type) {
    if (type != XSLT_LOAD_DOCUMENT) {
        xmlDocPtr stylesheet = default_loader(uri, dictionary, options, context, type);
        if (stylesheet != nullptr) prepare_extensions(stylesheet);
        return stylesheet;
    }
    std::optional<Document> document = open_document(reinterpret_cast<const char*>(uri));
    if (!document) return nullptr;
    xmlDocPtr raw = document->release();
    raw->URL = xmlStrdup(uri);
    return raw;
}

}  // namespace

void prepare_extensions(const xmlDoc* stylesheet) {
    if (names_exslt(stylesheet->children)) load_exslt();
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
