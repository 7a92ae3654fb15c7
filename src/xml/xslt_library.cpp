#include <libexslt/exslt.h>
#include <libxslt/documents.h>
#include <libxslt/security.h>
#include <libxslt/xslt.h>
#include <libxslt/xsltutils.h>

#include <mutex>

#include "xml/library.hpp"

namespace irikteu::xml {

namespace {

xsltDocLoaderFunc default_loader = nullptr;

/// Documents that document() names come through the one hardened parser; stylesheets as libxslt reads them.
xmlDocPtr load_document(const xmlChar* uri, xmlDictPtr dictionary, int options, void* context, xsltLoadType type) {
    if (type != XSLT_LOAD_DOCUMENT) return default_loader(uri, dictionary, options, context, type);
    std::optional<Document> document = open_document(reinterpret_cast<const char*>(uri));
    if (!document) return nullptr;
    xmlDocPtr raw = document->release();
    raw->URL = xmlStrdup(uri);
    return raw;
}

}  // namespace

void initialise_xslt() {
    initialise();
    static std::once_flag once;
    std::call_once(once, [] {
        xsltInit();
        exsltCommonRegister();
        exsltStrRegister();
        exsltSetsRegister();
        exsltMathRegister();
        exsltFuncRegister();
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
