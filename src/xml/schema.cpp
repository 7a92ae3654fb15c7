#include "xml/schema.hpp"

#include <libxml/xmlschemas.h>

#include "base/disk.hpp"
#include "base/error.hpp"
#include "base/once.hpp"
#include "xml/library.hpp"
#include "xml/quick_schema.hpp"
#include "xml/schema_fault.hpp"
#include "xml/tree_room.hpp"

namespace irikteu::xml {

using base::ErrorCode;

namespace {

constexpr std::uint64_t kMaxSchemaBytes = 16u << 20;
constexpr std::size_t kMaxFaults = 1000;

struct Found {
    std::string_view target_namespace;
    std::vector<SchemaFault> faults;
};

void on_fault(void* user, xmlErrorPtr error) {
    auto& found = *static_cast<Found*>(user);
    if (found.faults.size() < kMaxFaults) found.faults.push_back(schema_fault(*error, found.target_namespace));
}

struct FreeParser {
    void operator()(xmlSchemaParserCtxtPtr context) const { xmlSchemaFreeParserCtxt(context); }
};
struct FreeValidator {
    void operator()(xmlSchemaValidCtxtPtr context) const { xmlSchemaFreeValidCtxt(context); }
};

/// libxml2's form. `document` is the schema's own.
std::shared_ptr<void> compile_thoroughly(const Document& document, const base::Disk& disk, const std::string& path) {
    document.raw()->URL = xmlStrdup(BAD_CAST path.c_str());
    mix_into(document.raw());
    const OpenScope scope(disk, base::folder_of(path));
    const ErrorCollector collected;
    const std::unique_ptr<xmlSchemaParserCtxt, FreeParser> parser(xmlSchemaNewDocParserCtxt(document.raw()));
    std::shared_ptr<void> raw(xmlSchemaParse(parser.get()),
                              [](void* schema) { xmlSchemaFree(static_cast<xmlSchemaPtr>(schema)); });
    if (!raw) throw collected.error(ErrorCode::invalid, "is not an XML Schema", path);
    return raw;
}

}  // namespace

struct Schema::State {
    std::string path;
    const base::Disk* disk = nullptr;
    Document document;
    std::shared_ptr<const QuickSchema> quick;
    base::Once once;
    std::shared_ptr<void> thorough;

    /// libxml2's form, made when somebody wants it.
    xmlSchemaPtr compiled() {
        once.call([&] {
            if (!thorough) thorough = compile_thoroughly(document, *disk, path);
        });
        return static_cast<xmlSchemaPtr>(thorough.get());
    }
};

Schema Schema::load(const base::Disk& disk, const std::string& path, When when) {
    initialise();
    Schema schema;
    schema.state_ = std::make_shared<State>();
    State& state = *schema.state_;
    state.path = path;
    state.disk = &disk;
    Limits limits;
    limits.document_type = DocumentType::allowed;  // Schemas of schemas have one.
    state.document = Document::parse(disk.read(path, kMaxSchemaBytes), path, limits);
    if (when == When::needed) state.quick = QuickSchema::compile(state.document, disk, path);
    if (!state.quick) static_cast<void>(state.compiled());
    return schema;
}

std::vector<SchemaFault> Schema::validate(const Document& document) const {
    if (state_->quick && state_->quick->accepts(document)) return {};
    Found found{state_->document.root().attribute_or("targetNamespace", ""), {}};
    const std::unique_ptr<xmlSchemaValidCtxt, FreeValidator> context(xmlSchemaNewValidCtxt(state_->compiled()));
    xmlSchemaSetValidStructuredErrors(context.get(), on_fault, &found);
    const int result = xmlSchemaValidateDoc(context.get(), document.raw());
    if (result != 0 && found.faults.empty()) {
        throw base::Error(ErrorCode::invalid, "the schema could not be applied", {document.source(), 0, 0, {}});
    }
    return std::move(found.faults);
}

}  // namespace irikteu::xml
