// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

enum Status {
    None,
    Committed,
    Revealed,
    Accepted,
    Rejected,
    Expired
}

/// The life of a contribution: committed -> revealed -> accepted | rejected | expired. Its id is its place in the ledger: commit order.
interface ICuration {
    /// `direct` allows commit and reveal in one transaction, giving up protection from front-running.
    struct Policy {
        uint8 minReviews;
        bool direct;
    }

    struct Review {
        uint256 validator; // registry id, strictly ascending
        bool accept;
        uint16 score; // 0..10,000
        bytes32 reasonHash; // keccak256 of the public reason text
        bytes signature; // of the validator's owner over Review(contribution, accept, score, reasonHash)
    }

    event PolicySet(uint256 indexed datanet, uint8 minReviews, bool direct);
    event Committed(
        uint256 indexed id, uint256 indexed datanet, address indexed contributor, bytes32 commitment, uint32 words, uint128 bond
    );
    event Revealed(uint256 indexed id, bytes32 root, uint32 items, string uri);
    event Reviewed(uint256 indexed id, uint256 indexed validator, bool accept, uint16 score, bytes32 reasonHash);
    event Finalized(uint256 indexed id, Status status, uint256 acceptStake, uint256 rejectStake);

    function setPolicy(uint256 datanet, Policy calldata policy) external; // only the datanet's owner
    /// Pulls the bond, `words * BOND_PER_WORD`. `commitment` = commitmentOf(contributor, datanet, root, items, words, uri, salt).
    function commit(uint256 datanet, bytes32 commitment, uint32 words) external returns (uint256 id);
    function reveal(uint256 id, bytes32 root, uint32 items, string calldata uri, bytes32 salt) external; // later block than commit
    function contribute(uint256 datanet, bytes32 root, uint32 items, uint32 words, string calldata uri) external returns (uint256 id);
    function finalize(uint256 id, Review[] calldata reviews) external;
    function expire(uint256 id) external;
    function addCommons(bytes32 root, uint32 items, uint32 words, string calldata uri) external returns (uint256 id); // only governance
    function commitmentOf(
        address contributor, uint256 datanet, bytes32 root, uint32 items, uint32 words, string calldata uri, bytes32 salt
    ) external pure returns (bytes32);
    function policyOf(uint256 datanet) external view returns (Policy memory);
    function bondFor(uint32 words) external view returns (uint128);
}
